import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.StringTokenizer;

public class Tails {
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    int n = Integer.parseInt(in.readLine().trim());
    int[] tails = new int[n];
    int length = 0;
    StringTokenizer line = new StringTokenizer(in.readLine());
    for (int i = 0; i < n; i++) {
      int price = Integer.parseInt(line.nextToken());
      int place = Arrays.binarySearch(tails, 0, length, price);
      if (place < 0) {
        place = -place - 1;
      }
      tails[place] = price;
      length = Math.max(length, place + 1);
    }
    System.out.println(length);
  }
}
