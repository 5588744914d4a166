import java.util.Scanner;

public class Knapsack {
  public static void main(String[] args) {
    Scanner in = new Scanner(System.in);
    int n = in.nextInt();
    int w = in.nextInt();
    long[] best = new long[w + 1];
    for (int i = 0; i < n; i++) {
      int cost = in.nextInt();
      int joy = in.nextInt();
      for (int money = w; money >= cost; money--) {
        best[money] = Math.max(best[money], best[money - cost] + joy);
      }
    }
    System.out.println(best[w]);
  }
}
