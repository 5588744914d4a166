package dev.touchstone.judge.compile;

import dev.touchstone.judge.compile.Submission.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses names of sources that no file can have, or that would not fit into a command line.
 * Learners choose them: directly, or by the name of a class, which is that of its file in Java.
 */
final class PossibleNames {
  static final int MOST_FILES = 1000;

  /** What file systems allow (NAME_MAX of limits.h). */
  static final int LONGEST_PART = 255;

  /** Far below PATH_MAX, because folders of the judge and of the compiler come before it. */
  static final int LONGEST = 1000;

  private static final int LONGEST_TOGETHER = 64 * 1024;

  private PossibleNames() {}

  /** Why no files of these names can be made; empty if they can. */
  static Optional<String> refusal(List<SourceFile> files) {
    if (files.size() > MOST_FILES) {
      return Optional.of("There are more than " + MOST_FILES + " source files.");
    }
    Set<String> names = new HashSet<>();
    Set<String> folders = new HashSet<>();
    int together = 0;
    for (SourceFile file : files) {
      String name = file.name();
      together += bytes(name);
      if (!isPossible(name) || together > LONGEST_TOGETHER) {
        return Optional.of("The name of a source file is too long or not allowed: " + shown(name));
      }
      for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
        folders.add(name.substring(0, end));
      }
      if (!names.add(name)) {
        return Optional.of("There are two source files named " + shown(name));
      }
    }
    return names.stream()
        .filter(folders::contains)
        .findFirst()
        .map(name -> "A source file has the name of a folder of another: " + shown(name));
  }

  private static boolean isPossible(String name) {
    if (bytes(name) > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
      return false;
    }
    return List.of(name.split("/", -1)).stream()
        .noneMatch(part ->
            part.isEmpty() || part.equals(".") || part.equals("..") || bytes(part) > LONGEST_PART);
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String shown(String name) {
    int most = 60;
    return name.length() <= most ? name : name.substring(0, most) + "…";
  }
}
