import java.util.Scanner;

public class Main {
  public static void main(String[] args) {
    Scanner in = new Scanner(System.in);
    long n = in.nextLong();
    int k = in.nextInt();
    // Print k lines such as: 7 x 1 = 7
  }
}
