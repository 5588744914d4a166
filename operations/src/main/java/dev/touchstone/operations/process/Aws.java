package dev.touchstone.operations.process;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Calls AWS, and says to the operator what it refused. Its messages contain no secret. */
public final class Aws {
  private static final String ADVICE = "Check AWS_REGION and the role of this process.";

  private Aws() {}

  /**
   * Calls it.
   *
   * @throws OperationFailed if it refuses or does not answer
   */
  public static <T> T call(Supplier<T> call) {
    return call("", ADVICE, call);
  }

  /** The same, and the message begins with a place. */
  public static <T> T callAt(String place, Supplier<T> call) {
    return call(place + ": ", ADVICE, call);
  }

  /** The same with other advice. */
  public static <T> T callAdvising(String advice, Supplier<T> call) {
    return call("", advice, call);
  }

  private static <T> T call(String begin, String advice, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw new OperationFailed(
          "%sAWS refused or did not answer: %s %s".formatted(begin, e.getMessage(), advice), e);
    }
  }
}
