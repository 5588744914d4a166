package dev.touchstone.judge.sandbox;

import org.jspecify.annotations.Nullable;

/** The sandbox or the machine failed: never the fault of a program or of a package. */
public final class SandboxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what failed, for the operator. */
  public SandboxException(String message) {
    this(message, null);
  }

  /** Says what failed and why. */
  public SandboxException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
