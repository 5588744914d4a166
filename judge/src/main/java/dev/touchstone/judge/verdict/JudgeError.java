package dev.touchstone.judge.verdict;

import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.problempackage.PackageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Explains the verdict JE: whether the author of the package or the operator of the judge must act,
 * and on what.
 */
public final class JudgeError {
  private static final Logger log = LoggerFactory.getLogger(JudgeError.class);

  private JudgeError() {}

  /** The reason in words, for authors and administrators. */
  public static String explain(Throwable failure) {
    return switch (failure) {
      case PackageFaultException fault -> "The package is faulty. " + fault.getMessage();
      case PackageException fault -> "The package is faulty. " + fault.getMessage();
      case SandboxException fault -> "The judge failed. " + fault.getMessage();
      default -> "The judge failed. " + failure; // messages of IOException are names of files
    };
  }

  /**
   * Logs a failure. The operator can't do anything about a fault of the package, and need not about
   * a judging that was interrupted because its lease is lost or the judge stops.
   *
   * @param problem where the package is, or its name
   */
  public static void log(Object problem, Throwable failure) {
    if (failure instanceof PackageFaultException || failure instanceof PackageException) {
      log.warn("The package {} is faulty: {}", problem, failure.getMessage());
    } else if (Thread.currentThread().isInterrupted()) {
      log.debug("Judging with the package {} was interrupted", problem, failure);
    } else {
      log.error("Judging with the package {} failed", problem, failure);
    }
  }
}
