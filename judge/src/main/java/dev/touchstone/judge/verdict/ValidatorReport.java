package dev.touchstone.judge.verdict;

import dev.touchstone.judge.sandbox.FileHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The result of a validator.
 *
 * @param accepted whether the output is correct
 * @param score from {@code score.txt}
 * @param multiplier from {@code score_multiplier.txt}
 * @param teamMessage for the learner; empty for none
 * @param judgeMessage for authors only; empty for none
 * @param nextPass the input of another run
 */
record ValidatorReport(
    boolean accepted,
    OptionalDouble score,
    OptionalDouble multiplier,
    String teamMessage,
    String judgeMessage,
    Optional<Path> nextPass) {
  private static final int LONGEST_MESSAGE = 4096;
  private static final int LONGEST_NUMBER = 64;

  /** No exercise has more points, and sums of such numbers stay numbers. */
  private static final double LARGEST = 1e15;

  /** The result of the default validator. */
  static ValidatorReport of(Optional<String> difference) {
    return new ValidatorReport(
        difference.isEmpty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        difference.orElse(""),
        difference.orElse(""),
        Optional.empty());
  }

  /** The result that a custom validator left in its feedback folder. */
  static ValidatorReport read(boolean accepted, Path folder) throws IOException {
    Path next = folder.resolve("nextpass.in");
    return new ValidatorReport(
        accepted,
        number(folder.resolve("score.txt")),
        number(folder.resolve("score_multiplier.txt")),
        message(folder.resolve("teammessage.txt")),
        message(folder.resolve("judgemessage.txt")),
        Optional.of(next).filter(Files::isRegularFile));
  }

  private static String message(Path file) throws IOException {
    return Files.isRegularFile(file) ? FileHead.read(file, LONGEST_MESSAGE).strip() : "";
  }

  private static OptionalDouble number(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return OptionalDouble.empty();
    }
    String text = FileHead.read(file, LONGEST_NUMBER).strip();
    double number = DecimalNumber.of(text).isEmpty() ? Double.NaN : Double.parseDouble(text);
    // A number may have an exponent that is too large for any sum.
    if (!(Math.abs(number) <= LARGEST)) {
      throw new PackageFaultException(
          "The validator wrote something other than a number up to "
              + LARGEST
              + " to "
              + file.getFileName()
              + ": "
              + text);
    }
    return OptionalDouble.of(number);
  }
}
