package dev.touchstone.judge.sandbox;

/** Starts the sandbox where it should be refused; see {@link RefusalTest}. */
final class RefusalMain {
  private RefusalMain() {}

  /** Prints why it is refused, or what is active. */
  public static void main(String[] arguments) {
    try (Sandbox sandbox = Sandbox.start(1)) {
      System.out.println("started " + sandbox.protections());
    } catch (SandboxException e) {
      System.out.println("refused: " + e.getMessage());
    }
  }
}
