import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.StringTokenizer;

/** Of all lessons that can come next it takes the one with the smallest number. */
public class SmallestFirst {
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    StringTokenizer line = new StringTokenizer(in.readLine());
    int n = Integer.parseInt(line.nextToken());
    int m = Integer.parseInt(line.nextToken());
    List<List<Integer>> later = new ArrayList<>();
    for (int lesson = 0; lesson <= n; lesson++) {
      later.add(new ArrayList<>());
    }
    int[] missing = new int[n + 1];
    for (int i = 0; i < m; i++) {
      line = new StringTokenizer(in.readLine());
      int a = Integer.parseInt(line.nextToken());
      int b = Integer.parseInt(line.nextToken());
      later.get(a).add(b);
      missing[b]++;
    }
    PriorityQueue<Integer> possible = new PriorityQueue<>();
    for (int lesson = 1; lesson <= n; lesson++) {
      if (missing[lesson] == 0) {
        possible.add(lesson);
      }
    }
    StringBuilder order = new StringBuilder();
    int placed = 0;
    while (!possible.isEmpty()) {
      int lesson = possible.remove();
      order.append(lesson).append(' ');
      placed++;
      for (int other : later.get(lesson)) {
        if (--missing[other] == 0) {
          possible.add(other);
        }
      }
    }
    System.out.println(placed == n ? order : "IMPOSSIBLE");
  }
}
