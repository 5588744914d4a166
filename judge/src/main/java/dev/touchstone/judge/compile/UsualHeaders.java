package dev.touchstone.judge.compile;

import dev.touchstone.judge.compile.Submission.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All standard headers without those that few programs use, which take most of the compiler's time.
 * A program that contains none of the names that only the others declare means the same with these:
 * it can't look up, define or check anything of them.
 *
 * @param folder what the compiler reads
 * @param otherNames what only the other headers declare
 */
record UsualHeaders(Path folder, Set<String> otherNames) {
  private static final String FOLDER = "usual";
  private static final String NAMES = "names";

  /** The compiler joins such lines, even in the middle of a name. */
  private static final Pattern JOINED = Pattern.compile("\\\\[ \\t\\x0B\\f\\r]*+\\n");

  private static final Pattern WORD = Pattern.compile("\\w++");

  /** With these, a macro makes names of parts. */
  private static final Set<String> PASTING = Set.of("##", "%:%:");

  UsualHeaders {
    otherNames = Set.copyOf(otherNames);
  }

  /** Those that were prepared together with all headers, if the compiler made them. */
  static Optional<UsualHeaders> in(Path prepared) throws IOException {
    Path folder = prepared.resolve(FOLDER);
    Path names = folder.resolve(NAMES);
    return Files.exists(names)
        ? Optional.of(new UsualHeaders(folder, Set.copyOf(Files.readAllLines(names))))
        : Optional.empty();
  }

  /** Whether the sources mean the same with these as with all. */
  boolean suffice(List<SourceFile> sources) {
    return sources.stream().allMatch(this::suffice);
  }

  private boolean suffice(SourceFile source) {
    String text =
        JOINED.matcher(new String(source.content(), StandardCharsets.ISO_8859_1)).replaceAll("");
    return PASTING.stream().noneMatch(text::contains)
        && WORD.matcher(text).results().noneMatch(word -> otherNames.contains(word.group()));
  }
}
