import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.StringTokenizer;

public class Main {
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    int q = Integer.parseInt(in.readLine().trim());
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < q; i++) {
      StringTokenizer line = new StringTokenizer(in.readLine());
      int l = Integer.parseInt(line.nextToken());
      int r = Integer.parseInt(line.nextToken());
      // Append the number of primes from l to r, and a line end.
    }
    System.out.print(out);
  }
}
