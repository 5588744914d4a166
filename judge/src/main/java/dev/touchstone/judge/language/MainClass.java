package dev.touchstone.judge.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the class to start among compiled ones: one that has a {@code main} method. A class file
 * holds the names and descriptors of its methods as plain text (JVMS 4.4.7), which is enough to
 * find it; the virtual machine checks the rest.
 */
public final class MainClass {
  private static final String CLASS = ".class";

  private MainClass() {}

  /** Returns the name of the class, {@code Main} first where several have a main method. */
  public static Optional<String> find(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> names =
          files
              .filter(file -> file.toString().endsWith(CLASS) && hasMain(file))
              .map(file -> name(folder.relativize(file)))
              .sorted()
              .toList();
      return names.stream()
          .filter(name -> name.equals("Main") || name.endsWith(".Main"))
          .findFirst()
          .or(() -> names.stream().findFirst());
    }
  }

  private static String name(Path file) {
    String path = file.toString().replace('/', '.');
    return path.substring(0, path.length() - CLASS.length());
  }

  private static boolean hasMain(Path file) {
    try {
      String content = Files.readString(file, StandardCharsets.ISO_8859_1);
      return content.contains("\u0000\u0004main")
          && (content.contains("([Ljava/lang/String;)V") || content.contains("()V"));
    } catch (IOException e) {
      return false;
    }
  }
}
