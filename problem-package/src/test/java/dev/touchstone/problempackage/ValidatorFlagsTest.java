package dev.touchstone.problempackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorFlagsTest {
  private static List<String> words(String flags) {
    return List.of(flags.split(" "));
  }

  @Test
  void readsEveryFlag() {
    assertThat(ValidatorFlags.parse(words("case_sensitive space_change_sensitive")))
        .isEqualTo(new ValidatorFlags(true, true, OptionalDouble.empty(), OptionalDouble.empty()));
    assertThat(
            ValidatorFlags.parse(
                words("float_relative_tolerance 1e-6 float_absolute_tolerance 0.5")))
        .isEqualTo(
            new ValidatorFlags(false, false, OptionalDouble.of(1e-6), OptionalDouble.of(0.5)));
  }

  @Test
  void letsTheLastToleranceCountInLegacyPackages() {
    assertThat(ValidatorFlags.parse(words("float_absolute_tolerance 1 float_tolerance 2")))
        .isEqualTo(new ValidatorFlags(false, false, OptionalDouble.of(2), OptionalDouble.of(2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "float_tolerance 1 float_tolerance 1",
        "float_tolerance 1 float_absolute_tolerance 1",
        "float_relative_tolerance 1 float_tolerance 1",
        "float_relative_tolerance 1 float_relative_tolerance 1"
      })
  void takesAToleranceOnceInLaterVersions(String flags) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValidatorFlags.parseOnce(words(flags)))
        .withMessageContaining("a tolerance is given twice");
  }

  @ParameterizedTest
  @CsvSource({
    "case_insensitive, the default validator has no flag case_insensitive",
    "float_tolerance, the validator flag float_tolerance lacks its number",
    "float_tolerance x, 'the validator flag float_tolerance must have a number of at least 0, not x'",
    "float_tolerance -1, 'the validator flag float_tolerance must have a number of at least 0, not -1'"
  })
  void namesTheFlagAtFault(String flags, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValidatorFlags.parse(words(flags)))
        .withMessage(message);
  }
}
