package dev.touchstone.problempackage.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The name of a problem as a legacy LaTeX statement gives it. */
final class LatexName {
  private static final Pattern PLAIN =
      Pattern.compile("(?m)^%%\\s*plainproblemname:\\s*(.+?)\\s*$");
  private static final Pattern COMMAND = Pattern.compile("\\\\problemname\\{([^{}]+)\\}");

  private LatexName() {}

  static Optional<String> in(Path statement) {
    if (!statement.toString().endsWith(".tex")) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(statement);
      return Stream.of(PLAIN, COMMAND)
          .map(pattern -> pattern.matcher(text))
          .filter(Matcher::find)
          .map(matcher -> matcher.group(1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty(); // reported when the statement is shown
    }
  }
}
