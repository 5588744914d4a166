package dev.touchstone.operations.process;

/** A command can't go on. The message is for the operator and contains no secret. */
public final class OperationFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and what to do. */
  public OperationFailed(String message) {
    super(message);
  }

  /** The same with the cause, which is not shown. */
  public OperationFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
