class solution {
  static int next(int number) {
    return number + 1;
  }
}
