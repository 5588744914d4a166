package dev.touchstone.scores.comment;

import dev.touchstone.platform.http.Violations;
import dev.touchstone.platformdata.database.StorableText;
import dev.touchstone.scores.judging.ProgramFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text about a line of a program, checked. */
record LineText(String file, int line, String text) {
  /** In characters. */
  private static final int LONGEST = 4000;

  /**
   * Checks a comment.
   *
   * @param file may be null if there is only one
   */
  static LineText of(
      List<ProgramFile> program,
      @Nullable String file,
      @Nullable Integer line,
      @Nullable String text) {
    Optional<ProgramFile> found =
        file == null && program.size() == 1
            ? Optional.of(program.getFirst())
            : program.stream().filter(each -> each.name().equals(file)).findFirst();
    long lines = found.map(each -> each.content().lines().count()).orElse(0L);
    int number = line == null ? 0 : line;
    new Violations()
        .check(found.isPresent(), "file", "invalid", "Use the name of a file of the submission.")
        .check(
            found.isEmpty() || (number >= 1 && number <= lines),
            "line",
            "out_of_range",
            "Use a number from 1 to " + lines + ".")
        .finish();
    return new LineText(found.orElseThrow().name(), number, text(text));
  }

  static String text(@Nullable String given) {
    String text = given == null ? "" : given.strip();
    new Violations()
        .check(
            !text.isEmpty() && text.length() <= LONGEST && StorableText.isStorable(text),
            "text",
            "invalid",
            "Write 1 to " + LONGEST + " valid characters.")
        .finish();
    return text;
  }
}
