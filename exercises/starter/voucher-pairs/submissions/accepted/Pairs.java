import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;

public class Pairs {
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    StringTokenizer line = new StringTokenizer(in.readLine());
    int n = Integer.parseInt(line.nextToken());
    int s = Integer.parseInt(line.nextToken());
    Map<Integer, Integer> seen = new HashMap<>();
    long pairs = 0;
    line = new StringTokenizer(in.readLine());
    for (int i = 0; i < n; i++) {
      int price = Integer.parseInt(line.nextToken());
      pairs += seen.getOrDefault(s - price, 0);
      seen.merge(price, 1, Integer::sum);
    }
    System.out.println(pairs);
  }
}
