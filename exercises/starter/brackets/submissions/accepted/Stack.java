import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayDeque;

public class Stack {
  public static void main(String[] args) throws IOException {
    String line = new BufferedReader(new InputStreamReader(System.in)).readLine().trim();
    System.out.println(firstWrong(line));
  }

  private static int firstWrong(String line) {
    ArrayDeque<Character> stack = new ArrayDeque<>();
    for (int i = 0; i < line.length(); i++) {
      char bracket = line.charAt(i);
      int kind = ")]}".indexOf(bracket);
      if (kind < 0) {
        stack.push(bracket);
      } else if (stack.isEmpty() || stack.pop() != "([{".charAt(kind)) {
        return i + 1;
      }
    }
    return stack.isEmpty() ? 0 : line.length() + 1;
  }
}
