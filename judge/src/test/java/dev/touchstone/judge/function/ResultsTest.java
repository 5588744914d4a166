package dev.touchstone.judge.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  @TempDir Path folder;

  private Optional<String> difference(String expected, String actual, double tolerance)
      throws IOException {
    OptionalDouble within = tolerance > 0 ? OptionalDouble.of(tolerance) : OptionalDouble.empty();
    return Results.within(within, within)
        .difference(
            Files.writeString(folder.resolve("expected"), expected),
            Files.writeString(folder.resolve("actual"), actual));
  }

  @Test
  void aDifferenceIsFoundWhereverItIs() throws IOException {
    assertThat(difference("[1,[2,3]]", "[1,[2,4]]", 0)).contains("The result[1][1] is 4, not 3.");
    assertThat(difference("[1,2]", "[3,2,1]", 0)).contains("The result has length 3, not 2.");
    assertThat(difference("[[1,2],[3]]", "[[1]]", 0)).contains("The result has length 1, not 2.");
    assertThat(difference("[[1,2]]", "[[]]", 0)).contains("The result[0] has length 0, not 2.");
    assertThat(difference("[1,[2]]", "[[9],[2]]", 0)).contains("The result[0] is a list, not 1.");
    assertThat(difference("{\"a\":[1],\"b\":{}}", "{\"b\":{},\"a\":[2]}", 0))
        .contains("The result.a[0] is 2, not 1.");
    assertThat(difference("{\"a\":[1],\"b\":{}}", "{\"b\":{},\"a\":[1]}", 0)).isEmpty();
    assertThat(difference("{\"a\":1}", "{\"a\":2,\"c\":{\"d\":[1]}}", 0))
        .contains("The result has other keys than expected.");
    assertThat(difference("{\"a\":1}", "{}", 0))
        .contains("The result has other keys than expected.");
  }

  @Test
  void eachCaseHasItsResult() throws IOException {
    assertThat(difference("[1]\n\n[2]\n", "[1]\n[2]\n", 0)).isEmpty();
    assertThat(difference("[1]\n[2]\n", "[1]\n[3]\n", 0))
        .contains("The result of case 2[0] is 3, not 2.");
    assertThat(difference("[1]\n[[2]]\n", "[1]\n", 0)).contains("The result of case 2 is missing.");
    assertThat(difference("[[1]]\n", "", 0)).contains("The result is missing.");
    assertThat(difference("1\n", "1\n2\n", 0)).contains("There are more results than cases.");
    assertThat(difference("[[1]]\n2", "[[\n", 0)).contains("The result of case 1 can't be read.");
  }

  @Test
  void aWholeNumberIsNotEqualToItsFloatingNeighbour() throws IOException {
    assertThat(difference("9007199254740993", "9.007199254740992E15", 0)).isPresent();
    assertThat(difference("[9007199254740993]", "[9007199254740992]", 0)).isPresent();
    assertThat(difference("9007199254740993", "9007199254740993", 0)).isEmpty();
    assertThat(difference("9007199254740992", "9.007199254740992E15", 0)).isEmpty();
    assertThat(difference("3", "3.0", 0)).isEmpty();
    assertThat(difference("3", "3.5", 0)).isPresent();
  }

  @Test
  void aDifferenceIsShortHoweverLongTheResultIs() throws IOException {
    String text = '"' + "x".repeat(7_000_000) + '"';
    assertThat(difference("1", text, 0))
        .contains("The result has a text, key or number that is too long.");
    assertThat(difference(text, text, 0)).isEmpty();
    String shorter = '"' + "x".repeat(60_000) + '"';
    assertThat(difference("1", shorter, 0).orElseThrow()).hasSizeLessThan(1_000).endsWith("not 1.");
    assertThat(difference(text, "[1,2,3]", 0).orElseThrow()).hasSizeLessThan(1_000);
    String key = '"' + "k".repeat(40_000) + '"';
    assertThat(difference("{" + key + ": [[1]]}", "{" + key + ": [[2]]}", 0).orElseThrow())
        .hasSizeLessThan(1_000)
        .endsWith("is 2, not 1.");
  }

  @Test
  void aToleranceHoldsForFloatingResults() throws IOException {
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
