import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.StringTokenizer;

public class Dijkstra {
  record Line(int to, int fare) {}

  record Entry(long paid, int town) {}

  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    StringTokenizer text = new StringTokenizer(in.readLine());
    int n = Integer.parseInt(text.nextToken());
    int m = Integer.parseInt(text.nextToken());
    List<List<Line>> lines = new ArrayList<>();
    for (int town = 0; town <= n; town++) {
      lines.add(new ArrayList<>());
    }
    for (int i = 0; i < m; i++) {
      text = new StringTokenizer(in.readLine());
      int a = Integer.parseInt(text.nextToken());
      int b = Integer.parseInt(text.nextToken());
      int fare = Integer.parseInt(text.nextToken());
      lines.get(a).add(new Line(b, fare));
      lines.get(b).add(new Line(a, fare));
    }
    System.out.println(cheapest(lines, n));
  }

  private static long cheapest(List<List<Line>> lines, int goal) {
    boolean[] done = new boolean[goal + 1];
    PriorityQueue<Entry> queue = new PriorityQueue<>(Comparator.comparingLong(Entry::paid));
    queue.add(new Entry(0, 1));
    while (!queue.isEmpty()) {
      Entry entry = queue.remove();
      if (entry.town() == goal) {
        return entry.paid();
      }
      if (!done[entry.town()]) {
        done[entry.town()] = true;
        for (Line line : lines.get(entry.town())) {
          queue.add(new Entry(entry.paid() + line.fare(), line.to()));
        }
      }
    }
    return -1;
  }
}
