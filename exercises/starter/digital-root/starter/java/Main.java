import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

public class Main {
  public static void main(String[] args) throws IOException {
    String n = new BufferedReader(new InputStreamReader(System.in)).readLine().trim();
    // The digits are n.charAt(0) - '0', n.charAt(1) - '0', and so on.
  }
}
