class Other {
  public static void main(String[] arguments) {
    System.out.println("no");
  }
}

public @Deprecated class Sum {
  static final String TEXT = """
      \""" public class No {
      """;

  public static void main(String[] arguments) {
    java.util.Scanner in = new java.util.Scanner(System.in);
    int sum = 0;
    for (int n = in.nextInt(); n > 0; n--) {
      sum += in.nextInt();
    }
    System.out.println(sum);
  }
}
