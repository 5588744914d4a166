import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

public class Root {
  public static void main(String[] args) throws IOException {
    String n = new BufferedReader(new InputStreamReader(System.in)).readLine().trim();
    int steps = 0;
    while (n.length() > 1) {
      n = Integer.toString(n.chars().map(digit -> digit - '0').sum());
      steps++;
    }
    System.out.println(n + " " + steps);
  }
}
