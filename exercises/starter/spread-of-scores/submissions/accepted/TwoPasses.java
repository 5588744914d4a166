import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.StringTokenizer;

public class TwoPasses {
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    int n = Integer.parseInt(in.readLine().trim());
    double[] scores = new double[n];
    StringTokenizer line = new StringTokenizer(in.readLine());
    double sum = 0;
    for (int i = 0; i < n; i++) {
      scores[i] = Double.parseDouble(line.nextToken());
      sum += scores[i];
    }
    double mean = sum / n;
    double squares = 0;
    for (double score : scores) {
      squares += (score - mean) * (score - mean);
    }
    System.out.println(mean + " " + Math.sqrt(squares / n));
  }
}
