class Helper {
  public static void main(String[] arguments) {
    System.out.println("a test of the helper");
  }

  static int next(int number) {
    return number + 1;
  }
}
