package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.Interruption;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The texts of a package. How long each kind may be is checked before anything is read: a file of
 * 60 MB takes a parser minutes, and packs into a few kilobytes.
 */
final class TextFile {
  private static final long KIB = 1024;

  /** What is parsed: {@code .yaml}. */
  private static final long SETTINGS = 256 * KIB;

  /** What learners read: statements. */
  private static final long STATEMENT = 1024 * KIB;

  /** The cases of a function, which are parsed whole. */
  private static final long CASES = 16 * 1024 * KIB;

  /** Everything else: hints, starter code, other systems' settings. */
  private static final long OTHER = 64 * KIB;

  private TextFile() {}

  /** The text of a file; empty, with a fault, if it is too long, not UTF-8 or can't be read. */
  static Optional<String> read(Path root, Path file, List<Fault> faults) {
    Interruption.check();
    String name = root.relativize(file).toString();
    try {
      long most = most(name);
      if (Files.size(file) > most) {
        faults.add(
            new Fault(name, "is larger than " + most / KIB + " KiB, the limit for such a file"));
        return Optional.empty();
      }
      String text = Files.readString(file);
      return Optional.of(most == CASES ? text : withoutMark(text));
    } catch (CharacterCodingException e) {
      faults.add(new Fault(name, "is not UTF-8"));
    } catch (IOException e) {
      faults.add(new Fault(name, "can't be read"));
    }
    return Optional.empty();
  }

  /** Editors on Windows put a byte order mark in front, which is no part of the text. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static long most(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (extension) {
      case "yaml", "yml" -> SETTINGS;
      case "in", "ans" -> CASES;
      case "tex", "md", "html", "txt" -> name.startsWith("starter") ? OTHER : STATEMENT;
      default -> OTHER;
    };
  }
}
