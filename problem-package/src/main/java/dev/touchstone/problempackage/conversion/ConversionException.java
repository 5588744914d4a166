package dev.touchstone.problempackage.conversion;

/** A text that can't be converted; the message continues the name of the file. */
public final class ConversionException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public ConversionException(String message) {
    super(message);
  }

  /** What is wrong, for a fault. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
