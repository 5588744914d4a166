import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.StringTokenizer;

public class Remainders {
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    StringTokenizer line = new StringTokenizer(in.readLine());
    int n = Integer.parseInt(line.nextToken());
    int k = Integer.parseInt(line.nextToken());
    int[] seen = new int[k];
    seen[0] = 1;
    long ways = 0;
    long remainder = 0;
    line = new StringTokenizer(in.readLine());
    for (int i = 0; i < n; i++) {
      remainder = (remainder + Integer.parseInt(line.nextToken())) % k;
      ways += seen[(int) remainder]++;
    }
    System.out.println(ways);
  }
}
