package dev.touchstone.scores.judging;

import dev.touchstone.judgeprotocol.ExerciseTerms;
import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platformdata.database.StorableText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A program as a learner sends it: one source, or several files. Checks that it can be judged. */
public final class Code {
  /** Room in a request for the largest program with every character escaped, in bytes. */
  public static final int LARGEST_BODY = 4 * 1024 * 1024;

  private static final int MOST_FILES = 50;
  private static final int LONGEST_NAME = 100;

  /** Ids of languages; only judges and exercises know which ones exist. */
  private static final Pattern LANGUAGE = Pattern.compile("[a-z][a-z0-9_]{0,31}");

  /**
   * The name of a source that was sent without one; the judge gives it the name that the language
   * requires.
   */
  private static final String ONLY_FILE = "main";

  /** Folders are those of packages. No name begins with a dot or a dash. */
  private static final Pattern NAME =
      Pattern.compile("(?:[A-Za-z0-9_][A-Za-z0-9_-]*/){0,8}[A-Za-z0-9_][A-Za-z0-9_.+-]*");

  private final String language;
  private final List<ProgramFile> files;

  private Code(String language, List<ProgramFile> files) {
    this.language = language;
    this.files = files;
  }

  /**
   * Takes a program that is to be judged.
   *
   * @param source the only file, instead of {@code files}
   * @throws ProblemException 400 {@code source_empty}, or as {@link #draft} does
   */
  public static Code of(
      @Nullable String language, @Nullable String source, @Nullable List<ProgramFile> files) {
    Code code = draft(language, source, files);
    if (code.files.stream().allMatch(file -> file.content().isBlank())) {
      throw ProblemException.badRequest("source_empty", "The program is empty.");
    }
    return code;
  }

  /**
   * Takes a program that may be empty.
   *
   * @param source the only file, instead of {@code files}
   * @throws ProblemException 400 {@code unsupported_language}, {@code source_invalid_text} or
   *     {@code invalid_request}
   */
  public static Code draft(
      @Nullable String language, @Nullable String source, @Nullable List<ProgramFile> files) {
    new Violations()
        .check(language != null, "language", "required", "Specify the language.")
        .check(
            (source == null) != (files == null),
            "source",
            "required",
            "Send either source or files.")
        .check(
            files == null || files.stream().noneMatch(Objects::isNull),
            "files",
            "required",
            "Send an object for each file.")
        .finish();
    if (language == null || !LANGUAGE.matcher(language).matches()) {
      throw unsupported();
    }
    List<ProgramFile> all =
        files == null
            ? List.of(new ProgramFile(ONLY_FILE, source == null ? "" : source))
            : named(files);
    requireStorable(all);
    return new Code(language, all);
  }

  /** The id of the language. */
  public String language() {
    return language;
  }

  /** The files; at least one. */
  public List<ProgramFile> files() {
    return files;
  }

  /**
   * Checks that the exercise takes it.
   *
   * @throws ProblemException 400 {@code unsupported_language} or 413 {@code source_too_large}
   */
  public void requireFits(ExerciseTerms exercise) {
    if (!exercise.takes(language)) {
      throw unsupported();
    }
    long bytes =
        files.stream().mapToLong(f -> f.content().getBytes(StandardCharsets.UTF_8).length).sum();
    if (bytes > exercise.sourceBytes()) {
      throw ProblemException.tooLarge(
          "source_too_large",
          "The program has " + bytes + " bytes; send at most " + exercise.sourceBytes() + ".");
    }
  }

  private static List<ProgramFile> named(List<ProgramFile> files) {
    Violations violations =
        new Violations()
            .check(
                !files.isEmpty() && files.size() <= MOST_FILES,
                "files",
                "out_of_range",
                "Send 1 to " + MOST_FILES + " files.");
    for (int i = 0; i < files.size(); i++) {
      ProgramFile file = files.get(i);
      violations
          .check(
              isName(file.name()),
              "files[" + i + "].name",
              "file_name_invalid",
              "Use letters, digits and . _ + - in at most " + LONGEST_NAME + " characters.")
          .check(file.content() != null, "files[" + i + "].content", "required", "Send text.");
    }
    violations
        .check(
            files.stream().map(ProgramFile::name).distinct().count() == files.size(),
            "files",
            "file_name_twice",
            "Use each file name only once.")
        .finish();
    return List.copyOf(files);
  }

  private static boolean isName(@Nullable String name) {
    return name != null && name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
  }

  private static void requireStorable(List<ProgramFile> files) {
    if (!files.stream().allMatch(file -> StorableText.isStorable(file.content()))) {
      throw ProblemException.badRequest(
              "source_invalid_text", "The program contains NUL or an invalid character; remove it.")
          .withErrors(
              List.of(new FieldError("source", "Send valid text without NUL.", "invalid_text")));
    }
  }

  private static ProblemException unsupported() {
    return ProblemException.badRequest(
        "unsupported_language", "This exercise does not accept programs in this language.");
  }
}
