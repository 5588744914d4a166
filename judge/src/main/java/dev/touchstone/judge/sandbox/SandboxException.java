package dev.touchstone.judge.sandbox;

import org.jspecify.annotations.Nullable;

/** The sandbox itself failed: never the fault of the program in it. */
public final class SandboxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what failed, for an operator. */
  public SandboxException(String message) {
    this(message, null);
  }

  /** Says what failed and why. */
  public SandboxException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
