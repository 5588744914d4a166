import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

public class Main {
  public static void main(String[] args) throws IOException {
    String line = new BufferedReader(new InputStreamReader(System.in)).readLine().trim();
    // Print 0, or the position of the first wrong bracket, or line.length() + 1.
  }
}
