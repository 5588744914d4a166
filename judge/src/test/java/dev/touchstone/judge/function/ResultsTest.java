package dev.touchstone.judge.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static Optional<String> difference(String expected, String actual, double tolerance) {
    OptionalDouble within = tolerance > 0 ? OptionalDouble.of(tolerance) : OptionalDouble.empty();
    return Results.within(within, within).difference(expected, actual);
  }

  @Test
  void aWholeNumberIsNotEqualToItsFloatingNeighbour() {
    assertThat(difference("9007199254740993", "9.007199254740992E15", 0)).isPresent();
    assertThat(difference("[9007199254740993]", "[9007199254740992]", 0)).isPresent();
    assertThat(difference("9007199254740993", "9007199254740993", 0)).isEmpty();
    assertThat(difference("9007199254740992", "9.007199254740992E15", 0)).isEmpty();
    assertThat(difference("3", "3.0", 0)).isEmpty();
    assertThat(difference("3", "3.5", 0)).isPresent();
  }

  @Test
  void aDifferenceIsShortHoweverLongTheResultIs() {
    String text = '"' + "x".repeat(7_000_000) + '"';
    assertThat(difference("1", text, 0).orElseThrow()).hasSizeLessThan(1_000).contains("not 1");
    assertThat(difference(text, "[1,2,3]", 0).orElseThrow()).hasSizeLessThan(1_000);
    String key = '"' + "k".repeat(40_000) + '"';
    assertThat(difference("{" + key + ": [[1]]}", "{" + key + ": [[2]]}", 0).orElseThrow())
        .hasSizeLessThan(1_000)
        .endsWith("is 2, not 1.");
  }

  @Test
  void aToleranceHoldsForFloatingResults() {
    assertThat(difference("3", "3.0000001", 1e-6)).isEmpty();
    assertThat(difference("3.5", "3.5000001", 1e-6)).isEmpty();
    assertThat(difference("3", "4", 1e-6)).isPresent();
    assertThat(difference("0.3", "0.300001", 1e-6)).isEmpty();
    assertThat(difference("0.3", "0.299999", 1e-6)).isEmpty();
    assertThat(difference("0.3", "0.3000011", 1e-6)).isPresent();
    assertThat(difference("1e999", "1e999", 1e-6)).isEmpty();
    assertThat(difference("1e999", "1.0", 1e-6)).isPresent();
  }
}
