package dev.touchstone.judge.compile;

import dev.touchstone.judge.compile.Submission.SourceFile;
import dev.touchstone.judge.language.Language;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file of a program that is started: the entry point that an author names, the one with the
 * name of the language's main file, or else the one that is no library and that no other file
 * imports.
 *
 * @param name of the file
 * @param guessed whether only the order of the files decided
 */
public record StartFile(String name, boolean guessed) {
  /** What Python starts in a folder. */
  private static final String PYTHONS_MAIN = "__main__";

  private static final Pattern WORD = Pattern.compile("[\\w-]++");

  /** Words of the languages that name another file in the same line. */
  private static final Set<String> IMPORTS =
      Set.of(
          "import",
          "from",
          "require",
          "require_relative",
          "require_once",
          "include",
          "include_once",
          "use",
          "uses",
          "mod",
          "source",
          "load",
          "dofile",
          "loadfile");

  /** Finds the file to start of a submission. */
  public static StartFile of(Submission submission) {
    Language language = submission.language();
    List<SourceFile> files = submission.files();
    Optional<SourceFile> named =
        submission
            .entryFile()
            .or(() -> first(files, file -> language.isMain(file.name())))
            .or(() -> first(files, file -> Language.stem(file.name()).equals(PYTHONS_MAIN)));
    if (named.isPresent()) {
      return new StartFile(named.get().name(), false);
    }
    List<SourceFile> programs =
        files.stream().filter(file -> language.compiles(file.name())).toList();
    if (programs.size() > 1) {
      programs = preferred(programs, file -> !language.isLibrary(text(file)));
    }
    if (programs.size() > 1) {
      List<Set<String>> imported = files.stream().map(StartFile::imported).toList();
      programs =
          preferred(
              programs,
              file -> {
                String stem = Language.stem(file.name());
                for (int i = 0; i < files.size(); i++) {
                  if (files.get(i) != file && imported.get(i).contains(stem)) {
                    return false;
                  }
                }
                return true;
              });
    }
    return programs.isEmpty()
        ? new StartFile(language.sources().mainFile(), false)
        : new StartFile(programs.getFirst().name(), programs.size() > 1);
  }

  /** What the sender of a submission must know if only the order of its files decided. */
  public static Optional<String> guess(Submission submission) {
    if (submission.files().size() < 2 || !submission.language().startsOneFile()) {
      return Optional.empty();
    }
    StartFile start = of(submission);
    return start.guessed
        ? Optional.of(
            "The first file is started: %s. To start another one, name it %s."
                .formatted(start.name, submission.language().sources().mainFile()))
        : Optional.empty();
  }

  private interface Test {
    boolean passes(SourceFile file);
  }

  private static Optional<SourceFile> first(List<SourceFile> files, Test test) {
    return files.stream().filter(test::passes).findFirst();
  }

  /** Those that pass, or all if none does. */
  private static List<SourceFile> preferred(List<SourceFile> files, Test test) {
    List<SourceFile> passing = files.stream().filter(test::passes).toList();
    return passing.isEmpty() ? files : passing;
  }

  /** The words in lines that import something. */
  private static Set<String> imported(SourceFile file) {
    Set<String> imported = new HashSet<>();
    text(file)
        .lines()
        .forEach(line -> {
          Set<String> words = new HashSet<>();
          Matcher matcher = WORD.matcher(line);
          while (matcher.find()) {
            words.add(matcher.group());
          }
          // A dot is how a shell includes a file.
          if (line.stripLeading().startsWith(". ") || words.stream().anyMatch(IMPORTS::contains)) {
            imported.addAll(words);
          }
        });
    return imported;
  }

  private static String text(SourceFile file) {
    return new String(file.content(), StandardCharsets.UTF_8);
  }
}
