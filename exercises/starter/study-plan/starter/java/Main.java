import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

public class Main {
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    StringTokenizer line = new StringTokenizer(in.readLine());
    int n = Integer.parseInt(line.nextToken());
    int m = Integer.parseInt(line.nextToken());
    List<List<Integer>> later = new ArrayList<>();
    for (int lesson = 0; lesson <= n; lesson++) {
      later.add(new ArrayList<>());
    }
    for (int i = 0; i < m; i++) {
      line = new StringTokenizer(in.readLine());
      int a = Integer.parseInt(line.nextToken());
      int b = Integer.parseInt(line.nextToken());
      later.get(a).add(b);
    }
    // Print the lessons in order, or IMPOSSIBLE.
  }
}
