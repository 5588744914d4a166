import java.util.Scanner;

/** A public class Trap { in a comment must not mislead. */
public final class Solution {
  public static void main(String[] args) {
    String text = "public class Other {";
    Scanner in = new Scanner(System.in);
    long total = text.isEmpty() ? 1 : 0;
    for (int n = in.nextInt(); n > 0; n--) {
      total += in.nextLong();
    }
    System.out.println(total);
  }
}
