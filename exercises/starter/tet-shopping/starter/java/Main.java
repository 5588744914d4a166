import java.util.Scanner;

public class Main {
  public static void main(String[] args) {
    Scanner in = new Scanner(System.in);
    int n = in.nextInt();
    int w = in.nextInt();
    int[] cost = new int[n];
    int[] joy = new int[n];
    for (int i = 0; i < n; i++) {
      cost[i] = in.nextInt();
      joy[i] = in.nextInt();
    }
    // Print the greatest sum of joy for at most w.
  }
}
