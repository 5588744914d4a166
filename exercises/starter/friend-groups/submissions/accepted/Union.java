import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.StringTokenizer;

public class Union {
  /** The negative size for a leader, the next one on the way to the leader for others. */
  private static int[] parent;

  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    StringTokenizer line = new StringTokenizer(in.readLine());
    int n = Integer.parseInt(line.nextToken());
    int m = Integer.parseInt(line.nextToken());
    parent = new int[n + 1];
    java.util.Arrays.fill(parent, -1);
    int groups = n;
    int largest = 1;
    for (int i = 0; i < m; i++) {
      line = new StringTokenizer(in.readLine());
      int a = leader(Integer.parseInt(line.nextToken()));
      int b = leader(Integer.parseInt(line.nextToken()));
      if (a == b) {
        continue;
      }
      int large = parent[a] < parent[b] ? a : b;
      int small = large == a ? b : a;
      parent[large] += parent[small];
      parent[small] = large;
      largest = Math.max(largest, -parent[large]);
      groups--;
    }
    System.out.println(groups + " " + largest);
  }

  private static int leader(int student) {
    int leader = student;
    while (parent[leader] >= 0) {
      leader = parent[leader];
    }
    return leader;
  }
}
