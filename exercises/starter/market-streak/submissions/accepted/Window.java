import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.StringTokenizer;

public class Window {
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    StringTokenizer line = new StringTokenizer(in.readLine());
    int n = Integer.parseInt(line.nextToken());
    long s = Long.parseLong(line.nextToken());
    int[] amounts = new int[n];
    line = new StringTokenizer(in.readLine());
    long total = 0;
    int first = 0;
    int best = 0;
    for (int last = 0; last < n; last++) {
      amounts[last] = Integer.parseInt(line.nextToken());
      total += amounts[last];
      while (total > s) {
        total -= amounts[first++];
      }
      best = Math.max(best, last - first + 1);
    }
    System.out.println(best);
  }
}
