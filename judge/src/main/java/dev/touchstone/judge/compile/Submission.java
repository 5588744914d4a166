package dev.touchstone.judge.compile;

import dev.touchstone.judge.language.Language;
import java.util.List;

/**
 * The sources of a submission or of another program, in one language.
 *
 * @param files names and contents; several make one program
 */
public record Submission(Language language, List<SourceFile> files) {
  public Submission {
    files = List.copyOf(files);
  }

  /** One file; its name has no folders but those of packages. */
  public record SourceFile(String name, byte[] content) {}
}
