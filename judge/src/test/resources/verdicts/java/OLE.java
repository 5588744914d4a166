public class Main {
  public static void main(String[] arguments) { for (;;) System.out.print("touchstone\n".repeat(1000)); }
}
