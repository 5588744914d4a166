package dev.touchstone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tables of {@code docs/operations.md} that tests compare with what runs. */
final class OperationsTables {
  private OperationsTables() {}

  /** The rows of the first table below a heading, without its head. */
  static List<List<String>> rows(String heading) {
    List<List<String>> rows = new ArrayList<>();
    boolean below = false;
    for (String line : text().lines().toList()) {
      if (line.equals(heading)) {
        below = true;
      } else if (below && line.startsWith("| ")) {
        rows.add(cells(line));
      } else if (below && !rows.isEmpty() && !line.startsWith("|")) {
        break;
      }
    }
    if (rows.size() < 2) {
      throw new AssertionError("There is no table below " + heading);
    }
    return rows.subList(1, rows.size());
  }

  /** Every name in the first column, without its marks as code. */
  static List<String> firstColumn(String heading) {
    return rows(heading).stream().flatMap(row -> names(row.getFirst()).stream()).toList();
  }

  /** The names in a cell, which are separated by commas. */
  static List<String> names(String cell) {
    return Arrays.stream(cell.replaceAll("[`–]", "").split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
        .map(String::strip)
        .toList();
  }

  private static String text() {
    try {
      return Files.readString(Program.HOME.resolve("docs/operations.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
