package dev.touchstone.problempackage.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Where an entry is written, checked: nothing leads out of the folder, and every system can store
 * it.
 *
 * @param name with slashes, for messages
 * @param steps the folders and the file, from the outermost
 * @param folder whether the entry is a folder
 */
record EntryPath(String name, List<String> steps, boolean folder) {
  private static final int LONGEST = 240;
  private static final int DEEPEST = 16;

  /** Of one name in bytes, on the file systems of Linux. */
  private static final int LONGEST_STEP = 255;

  private static final int SHOWN = 100;

  EntryPath {
    steps = List.copyOf(steps);
  }

  /**
   * Reads the name of an entry.
   *
   * @throws ArchiveException {@code UNSAFE_PATH}
   */
  static EntryPath of(String name) throws ArchiveException {
    boolean folder = name.endsWith("/");
    String path = folder ? name.substring(0, name.length() - 1) : name;
    List<String> steps = Arrays.asList(path.split("/", -1));
    if (path.length() > LONGEST || steps.size() > DEEPEST) {
      throw unsafe(name, "is longer than " + LONGEST + " characters or " + DEEPEST + " folders");
    }
    for (String step : steps) {
      check(name, step);
    }
    return new EntryPath(path, steps, folder);
  }

  private static void check(String name, String step) throws ArchiveException {
    if (step.isEmpty() || step.equals(".") || step.equals("..")) {
      throw unsafe(name, "is not a path within the archive");
    }
    if (step.getBytes(StandardCharsets.UTF_8).length > LONGEST_STEP) {
      throw unsafe(name, "contains a name of more than " + LONGEST_STEP + " bytes");
    }
    if (step.chars().anyMatch(c -> c == '\\' || c == ':' || Character.isISOControl(c))) {
      throw unsafe(name, "contains a backslash, a colon or a control character");
    }
  }

  /** Whether an operating system added the file, so that it is not part of the package. */
  boolean isOfSystem() {
    String last = steps.getLast();
    return steps.getFirst().equals("__MACOSX")
        || last.equals(".DS_Store")
        || last.equals("Thumbs.db")
        || (last.startsWith("._") && !folder);
  }

  /** An untrusted name, made safe for a message. */
  private static ArchiveException unsafe(String name, String message) {
    String shown = name.replaceAll("\\p{Cntrl}", "\uFFFD");
    return new ArchiveException(
        ArchiveFault.UNSAFE_PATH,
        shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown,
        message);
  }
}
