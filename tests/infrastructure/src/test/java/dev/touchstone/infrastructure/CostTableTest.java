package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The costs in {@code docs/operations.md} add up. */
class CostTableTest {
  /** Cells before the amounts: part, price, number. */
  private static final int LABELS = 3;

  @Test
  void everyTotalIsTheSumOfItsColumn() {
    List<List<String>> rows =
        Sources.read(Sources.REPOSITORY.resolve("docs/operations.md"))
            .lines()
            .dropWhile(line -> !line.equals("### What it costs"))
            .filter(line -> line.startsWith("| "))
            .map(line ->
                Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList())
            .toList();
    List<String> header = rows.getFirst();
    List<String> total =
        rows.stream().filter(row -> row.getFirst().equals("**total**")).findFirst().orElseThrow();
    List<List<String>> parts = rows.subList(1, rows.indexOf(total));

    assertThat(header.subList(LABELS, header.size() - 1)).isEqualTo(Sources.ENVIRONMENTS);
    assertThat(parts).hasSizeGreaterThan(10).allMatch(row -> row.size() == header.size());
    for (int column = LABELS; column < header.size() - 1; column++) {
      int amounts = column;
      assertThat(total.get(column))
          .isEqualTo(
              "**%d**"
                  .formatted(
                      parts.stream().mapToInt(row -> Integer.parseInt(row.get(amounts))).sum()));
    }
  }
}
