import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.TreeMap;

public class Count {
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    TreeMap<String, Integer> times = new TreeMap<>();
    int count = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      StringTokenizer words = new StringTokenizer(line);
      while (words.hasMoreTokens()) {
        times.merge(words.nextToken(), 1, Integer::sum);
        count++;
      }
    }
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> entry : times.entrySet()) {
      if (entry.getValue() > most) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    System.out.println(count);
    System.out.println(best + " " + most);
  }
}
