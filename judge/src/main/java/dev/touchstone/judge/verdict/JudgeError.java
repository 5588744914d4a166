package dev.touchstone.judge.verdict;

import dev.touchstone.judge.sandbox.SandboxException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Explains the verdict JE: whether the author of the package or the operator of the judge must act,
 * and on what.
 */
final class JudgeError {
  private static final Logger log = LoggerFactory.getLogger(JudgeError.class);

  private JudgeError() {}

  /** The reason in words, for authors and administrators. */
  static String explain(Exception failure) {
    return switch (failure) {
      case PackageFaultException fault -> "The package is faulty. " + fault.getMessage();
      case SandboxException fault -> "The judge failed. " + fault.getMessage();
      default -> "The judge failed. " + failure; // messages of IOException are names of files
    };
  }

  /** Logs a failure with a package; a fault of the package is none of the operator's. */
  static void log(Path problem, Exception failure) {
    if (failure instanceof PackageFaultException) {
      log.warn("The package {} is faulty: {}", problem, failure.getMessage());
    } else {
      log.error("Judging with the package {} failed", problem, failure);
    }
  }
}
