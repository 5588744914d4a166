import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.StringTokenizer;

public class Main {
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    int n = Integer.parseInt(in.readLine().trim());
    double[] scores = new double[n];
    StringTokenizer line = new StringTokenizer(in.readLine());
    for (int i = 0; i < n; i++) {
      scores[i] = Double.parseDouble(line.nextToken());
    }
    // Print the mean and the standard deviation.
  }
}
