import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayDeque;
import java.util.StringTokenizer;

public class Queue {
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    StringTokenizer line = new StringTokenizer(in.readLine());
    int n = Integer.parseInt(line.nextToken());
    int k = Integer.parseInt(line.nextToken());
    int m = Integer.parseInt(line.nextToken());
    int[] pages = new int[n];
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    line = new StringTokenizer(in.readLine());
    for (int i = 0; i < n; i++) {
      pages[i] = Integer.parseInt(line.nextToken());
      queue.add(i);
    }
    int made = 0;
    while (pages[m - 1] > 0) {
      int student = queue.remove();
      int copied = Math.min(k, pages[student]);
      made += copied;
      pages[student] -= copied;
      if (pages[student] > 0) {
        queue.add(student);
      }
    }
    System.out.println(made);
  }
}
