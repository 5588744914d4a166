public class Main {
  public static void main(String[] arguments) { int[] three = new int[3]; System.out.println(three[3]); }
}
