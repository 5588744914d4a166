import java.util.Scanner;

class Main {
  public static void main(String[] arguments) {
    Scanner in = new Scanner(System.in);
    int sum = 0;
    for (int n = in.nextInt(); n > 0; n--) {
      sum += in.nextInt();
    }
    System.out.println(sum);
  }
}
