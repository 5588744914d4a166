package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The name of a problem as a legacy LaTeX statement gives it. */
final class LatexName {
  private static final Pattern PLAIN = Pattern.compile("(?m)^%%[ \\t]*+plainproblemname:(.*)$");
  private static final Pattern COMMAND = Pattern.compile("\\\\problemname\\{([^{}]+)\\}");

  private LatexName() {}

  static Optional<String> in(Path root, Path statement, List<Fault> faults) {
    if (!statement.toString().endsWith(".tex")) {
      return Optional.empty();
    }
    String text = TextFile.read(root, statement, faults).orElse("");
    return Stream.of(PLAIN, COMMAND)
        .map(pattern -> pattern.matcher(text))
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1).strip())
        .filter(name -> !name.isEmpty())
        .findFirst();
  }
}
