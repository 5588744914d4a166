package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.problempackage.ValidatorFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which outputs are the same as the answer, with and without tolerances. */
class DefaultValidatorTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource({
    "0.300001, 0.3, true",
    "0.299999, 0.3, true",
    "0.30000101, 0.300000, false",
    "1.000001, 1, true",
    "1.0000011, 1, false",
    "2.5000010, 2.5, true",
    "1000001, 1000000, true",
    "1000001.1, 1000000, false",
    "-0.0, 0, true",
    "-1000001, -1000000, true",
    "1000000, -1000000, false",
    "+5, 5, true",
    ".5, 0.5, true",
    "5., 5, true",
    "5e-1, 0.5, true",
    "0.000000001e9, 1, true",
    "5f, 5, false",
    "0x1p-1, 0.5, false",
    "'5,0', 5, false",
    "nan, 0.5, false",
    "nan, nan, true",
    "NaN, nan, true",
    "inf, inf, true",
    "-inf, inf, false",
    "1e999, inf, false",
    "1e400, 1e400, true",
    "10e399, 1e400, true",
    "1.000001e400, 1e400, true",
    "1.0000011e400, 1e400, false",
    "1e-400, 0, true",
    "1e99999999999999999999, 1e99999999999999999999, true",
    "1, 1e99999999999999999999, false",
    "0, 1e-99999999999999999999, true",
    "1e2147483647, 1e-2147483648, false",
  })
  void comparesNumbersAsTheyAreWritten(String output, String answer, boolean same)
      throws IOException {
    assertThat(same(output, answer, List.of("float_tolerance", "1e-6"))).isEqualTo(same);
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource({
    "9007199254740992, 9007199254740993, false",
    "9007199254740993, 9007199254740993, true",
    "9007199254740993.000001, 9007199254740993, true",
    "9007199254740993.0000011, 9007199254740993, false",
    "123456789012345679, 123456789012345678, false",
  })
  void tellsWholeNumbersApartThatADoubleCanNot(String output, String answer, boolean same)
      throws IOException {
    assertThat(same(output, answer, List.of("float_absolute_tolerance", "1e-6"))).isEqualTo(same);
  }

  @Test
  void comparesNumbersThatNoDoubleCanHold() throws IOException {
    String large = "1" + "0".repeat(400);
    List<String> relative = List.of("float_relative_tolerance", "0.25");
    assertThat(same(large, large, relative)).isTrue();
    assertThat(same("125" + "0".repeat(398), large, relative)).isTrue();
    assertThat(same("1250" + "0".repeat(396) + "1", large, relative)).isFalse();
    assertThat(same("75" + "0".repeat(398), large, relative)).isTrue();
    assertThat(same("749" + "9".repeat(398), large, relative)).isFalse();
    assertThat(same("-" + large, large, relative)).isFalse();
  }

  @Test
  void takesAToleranceOfNothing() throws IOException {
    List<String> none = List.of("float_tolerance", "0");
    assertThat(same("1.50", "1.5", none)).isTrue();
    assertThat(same("1.5000000000000000000000000000000000001", "1.5", none)).isFalse();
  }

  /** A learner chooses how long a number is. */
  @Test
  @Timeout(60)
  void readsLongNumbers() throws IOException {
    String digits = "123456789".repeat(100_000);
    List<String> flags = List.of("float_tolerance", "1.23456789e-6");
    assertThat(same(digits, digits + "0", flags)).isFalse();
    assertThat(same("0." + digits, "0." + digits + "1", flags)).isTrue();
    assertThat(same("1e" + digits, "1", flags)).isFalse();
    assertThat(same("1e-" + digits, "0", flags)).isTrue();
    assertThat(same("0".repeat(1_000_000) + "1", "1", flags)).isTrue();
    assertThat(same("0".repeat(5_000_000) + "1", "1", flags)).as("too long").isFalse();
    String longer = digits.repeat(5);
    assertThat(same("0" + longer, longer, flags)).as("as long as expected").isTrue();
    assertThat(same(longer + "x", longer, flags)).isFalse();
  }

  @Test
  void seesTheEndOfWhatIsLongerThanExpected() throws IOException {
    for (int more : List.of(1, 60, 61, 62, 5_000_000)) {
      assertThat(same("word" + "s".repeat(more), "word", List.of())).isFalse();
      List<String> spaces = List.of("space_change_sensitive");
      assertThat(same("a" + " ".repeat(1 + more) + "b", "a b", spaces)).isFalse();
    }
  }

  @Test
  void comparesWordsWithoutATolerance() throws IOException {
    assertThat(same("1.0", "1", List.of())).isFalse();
    assertThat(same("YES", "yes", List.of())).isTrue();
    assertThat(same("YES", "yes", List.of("case_sensitive"))).isFalse();
  }

  private boolean same(String output, String answer, List<String> flags) throws IOException {
    Path actual = Files.writeString(folder.resolve("output"), output + "\n");
    Path expected = Files.writeString(folder.resolve("answer"), answer + "\n");
    return DefaultValidator.difference(expected, actual, ValidatorFlags.parse(flags)).isEmpty();
  }
}
