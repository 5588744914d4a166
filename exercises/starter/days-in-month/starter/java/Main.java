import java.util.Scanner;

public class Main {
  public static void main(String[] args) {
    Scanner in = new Scanner(System.in);
    int m = in.nextInt();
    int y = in.nextInt();
    // Print the number of days of month m in year y.
  }
}
