import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

public class Main {
  record Line(int to, int fare) {}

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
    // Print the least sum of fares from 1 to n. java.util.PriorityQueue may help.
  }
}
