package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.FormatVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What becomes of a file in a folder of tests that is neither an input nor an answer. */
final class CompanionFile {
  private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "svg");

  private CompanionFile() {}

  /**
   * Why nothing uses the file; empty if something does.
   *
   * @param sample whether it is in a folder of samples
   */
  static Optional<String> unused(Path file, FormatVersion version, boolean sample) {
    String name = String.valueOf(file.getFileName());
    if (TestDataReader.isSettings(name)) {
      return Optional.empty(); // the reader of the folder knows which it reads
    }
    if (name.endsWith(".interaction")) {
      return sample ? Optional.empty() : Optional.of("is not used: only samples are shown");
    }
    int dot = name.indexOf('.', 1);
    String base = base(file, name);
    if (dot < 0 || base.isEmpty()) {
      return Optional.of("is not used: it belongs to no test");
    }
    return unused(name.substring(base.length() + 1), version, sample);
  }

  /** The name of the test that the file belongs to: the longest one; empty if there is none. */
  private static String base(Path file, String name) {
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      if (Files.exists(file.resolveSibling(name.substring(0, dot) + ".in"))) {
        return name.substring(0, dot);
      }
    }
    return "";
  }

  private static Optional<String> unused(String extension, FormatVersion version, boolean sample) {
    boolean legacy = version == FormatVersion.LEGACY;
    return switch (extension) {
      case "files" -> Optional.empty();
      case "yaml" -> legacy ? Optional.of("is not used by this version") : Optional.empty();
      case "hint" ->
          legacy ? Optional.empty() : Optional.of("is not used: put it into the test's .yaml");
      case "in.statement", "ans.statement", "out" ->
          sample ? Optional.empty() : Optional.of("is not used: only samples are shown");
      case "in.download", "ans.download" ->
          Optional.of("is not used: learners get the files that the sample is judged with");
      case "desc" -> Optional.of("is kept in the package and not shown");
      default ->
          Optional.of(
              PICTURES.contains(extension)
                  ? "is kept in the package and not shown"
                  : "is not used: a test has no file with this extension");
    };
  }
}
