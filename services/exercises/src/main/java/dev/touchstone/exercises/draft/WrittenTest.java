package dev.touchstone.exercises.draft;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A test that is written by hand.
 *
 * @param input what the program reads
 * @param answer what it must print
 */
record WrittenTest(String input, String answer) {
  private static final Pattern NAME =
      Pattern.compile("(sample|secret)(/[A-Za-z0-9_][A-Za-z0-9_.-]{0,60}){1,4}");
  private static final String DATA = "data/";
  private static final String INPUT = ".in";

  /** All files that may belong to a test; a folder of files has its own entries. */
  private static final List<String> EXTENSIONS =
      List.of(
          INPUT,
          ".ans",
          ".yaml",
          ".hint",
          ".desc",
          ".interaction",
          ".in.statement",
          ".ans.statement",
          ".out");

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** The name of the test whose input a file is; empty for other files. */
  static Optional<String> nameOf(String path) {
    return path.endsWith(INPUT)
            && (path.startsWith(DATA + "sample/") || path.startsWith(DATA + "secret/"))
        ? Optional.of(path.substring(DATA.length(), path.length() - INPUT.length()))
        : Optional.empty();
  }

  static String input(String name) {
    return DATA + name + INPUT;
  }

  static String answer(String name) {
    return DATA + name + ".ans";
  }

  /** The files that a test may have. */
  static List<String> files(String name) {
    return EXTENSIONS.stream().map(extension -> DATA + name + extension).toList();
  }
}
