import java.util.Scanner;

public class Table {
  public static void main(String[] args) {
    Scanner in = new Scanner(System.in);
    long n = in.nextLong();
    int k = in.nextInt();
    StringBuilder out = new StringBuilder();
    for (int i = 1; i <= k; i++) {
      out.append(n).append(" x ").append(i).append(" = ").append(n * i).append('\n');
    }
    System.out.print(out);
  }
}
