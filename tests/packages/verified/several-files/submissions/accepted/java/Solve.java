import java.util.Scanner;

public class Solve {
  public static void main(String[] arguments) {
    System.out.println(Helper.next(new Scanner(System.in).nextInt()));
  }
}
