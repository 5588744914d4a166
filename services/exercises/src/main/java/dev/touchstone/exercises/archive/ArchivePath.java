package dev.touchstone.exercises.archive;

import dev.touchstone.platform.http.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Names of entries of an archive, which anybody may have written. */
final class ArchivePath {
  private static final int LONGEST = 240;
  private static final int DEEPEST = 16;

  private ArchivePath() {}

  /**
   * Returns the steps of a path below the folder that is unpacked to; nothing for files that
   * operating systems add.
   *
   * @throws ProblemException 422 {@code archive_unsafe_path}
   */
  static Optional<List<String>> steps(String name) {
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    List<String> steps = Arrays.asList(path.split("/", -1));
    boolean safe =
        path.length() <= LONGEST
            && steps.size() <= DEEPEST
            && steps.stream().allMatch(ArchivePath::isSafe);
    if (!safe) {
      throw ProblemException.unprocessable(
          "archive_unsafe_path",
          "The archive holds a path that leads out of it, is too long, or holds characters that no file name should.",
          List.of());
    }
    boolean added = steps.getFirst().equals("__MACOSX") || steps.getLast().equals(".DS_Store");
    return added ? Optional.empty() : Optional.of(steps);
  }

  private static boolean isSafe(String step) {
    return !step.isEmpty()
        && !step.equals(".")
        && !step.equals("..")
        && step.chars().noneMatch(c -> c == '\\' || c == ':' || Character.isISOControl(c));
  }
}
