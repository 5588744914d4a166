import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.StringTokenizer;

public class Sieve {
  private static final int TOP = 1_000_000;

  public static void main(String[] args) throws IOException {
    boolean[] composite = new boolean[TOP + 1];
    int[] primesUpTo = new int[TOP + 1];
    for (int number = 2; number <= TOP; number++) {
      primesUpTo[number] = primesUpTo[number - 1] + (composite[number] ? 0 : 1);
      if (!composite[number]) {
        for (long other = (long) number * number; other <= TOP; other += number) {
          composite[(int) other] = true;
        }
      }
    }
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    int q = Integer.parseInt(in.readLine().trim());
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < q; i++) {
      StringTokenizer line = new StringTokenizer(in.readLine());
      int l = Integer.parseInt(line.nextToken());
      int r = Integer.parseInt(line.nextToken());
      out.append(primesUpTo[r] - primesUpTo[l - 1]).append('\n');
    }
    System.out.print(out);
  }
}
