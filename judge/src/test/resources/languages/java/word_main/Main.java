class Main {
  int main = 3;

  void call(Runnable main) {
    main.run();
  }
}
