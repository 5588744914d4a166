import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayDeque;
import java.util.StringTokenizer;

public class Main {
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    StringTokenizer line = new StringTokenizer(in.readLine());
    int n = Integer.parseInt(line.nextToken());
    int k = Integer.parseInt(line.nextToken());
    int m = Integer.parseInt(line.nextToken());
    int[] pages = new int[n];
    line = new StringTokenizer(in.readLine());
    for (int i = 0; i < n; i++) {
      pages[i] = Integer.parseInt(line.nextToken());
    }
    // Nam is pages[m - 1]. ArrayDeque is a quick queue.
  }
}
