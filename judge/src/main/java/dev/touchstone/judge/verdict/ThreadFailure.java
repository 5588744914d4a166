package dev.touchstone.judge.verdict;

import dev.touchstone.judge.sandbox.SandboxException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;

/** What went wrong on another thread, to be thrown on the one that waits for it. */
final class ThreadFailure {
  private ThreadFailure() {}

  /** The exception to throw. */
  static RuntimeException of(ExecutionException e) throws IOException {
    return switch (e.getCause()) {
      case IOException cause -> throw cause;
      case Error cause -> throw cause;
      case RuntimeException cause -> cause;
      case null, default -> new SandboxException("A test could not be judged.", e);
    };
  }
}
