import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.StringTokenizer;

public class Main {
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    StringTokenizer line = new StringTokenizer(in.readLine());
    int n = Integer.parseInt(line.nextToken());
    int s = Integer.parseInt(line.nextToken());
    int[] prices = new int[n];
    line = new StringTokenizer(in.readLine());
    for (int i = 0; i < n; i++) {
      prices[i] = Integer.parseInt(line.nextToken());
    }
    // Print the number of pairs of articles that cost exactly s together.
  }
}
