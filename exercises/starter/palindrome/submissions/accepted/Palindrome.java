import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Locale;

public class Palindrome {
  public static void main(String[] args) throws IOException {
    String line = new BufferedReader(new InputStreamReader(System.in)).readLine();
    String letters = line.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    String reversed = new StringBuilder(letters).reverse().toString();
    System.out.println(letters.equals(reversed) ? "YES" : "NO");
  }
}
