package dev.touchstone.judge.compile;

import dev.touchstone.judge.language.Language;
import java.util.List;
import java.util.Optional;

/**
 * The sources of a submission or of another program, in one language.
 *
 * @param files names and contents; several make one program
 * @param entryPoint the file or class to start, if its author names one; empty for none
 */
public record Submission(Language language, List<SourceFile> files, String entryPoint) {
  public Submission {
    files = List.copyOf(files);
  }

  /** One whose author does not say what to start. */
  public Submission(Language language, List<SourceFile> files) {
    this(language, files, "");
  }

  /** One file; its name has no folders but those of packages. */
  public record SourceFile(String name, byte[] content) {}

  /** The same submission with other files. */
  public Submission with(List<SourceFile> others) {
    return new Submission(language, others, entryPoint);
  }

  /** The file that is the entry point, or that is named like it. */
  Optional<SourceFile> entryFile() {
    if (entryPoint.isEmpty()) {
      return Optional.empty();
    }
    return files.stream()
        .filter(file -> file.name().equals(entryPoint))
        .findFirst()
        .or(() ->
            files.stream()
                .filter(file -> language.compiles(file.name()))
                .filter(file -> Language.stem(file.name()).equals(entryPoint))
                .findFirst());
  }
}
