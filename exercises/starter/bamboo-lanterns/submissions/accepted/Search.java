import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.StringTokenizer;

public class Search {
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    StringTokenizer line = new StringTokenizer(in.readLine());
    int n = Integer.parseInt(line.nextToken());
    long k = Long.parseLong(line.nextToken());
    int[] strips = new int[n];
    line = new StringTokenizer(in.readLine());
    for (int i = 0; i < n; i++) {
      strips[i] = Integer.parseInt(line.nextToken());
    }
    int low = 0;
    int high = 1_000_000_001;
    while (high - low > 1) {
      int middle = low + (high - low) / 2;
      long sticks = 0;
      for (int strip : strips) {
        sticks += strip / middle;
      }
      if (sticks >= k) {
        low = middle;
      } else {
        high = middle;
      }
    }
    System.out.println(low);
  }
}
