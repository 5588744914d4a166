import java.time.YearMonth;
import java.util.Scanner;

public class Days {
  public static void main(String[] args) {
    Scanner in = new Scanner(System.in);
    int month = in.nextInt();
    int year = in.nextInt();
    System.out.println(YearMonth.of(year, month).lengthOfMonth());
  }
}
