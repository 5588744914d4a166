package dev.touchstone.judge.compile;

import dev.touchstone.judge.compile.Submission.SourceFile;
import dev.touchstone.judge.language.Language;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
    if (programs.size() > 1 && language.startsOneFile()) {
      programs = preferred(programs, file -> !language.isLibrary(text(file)));
      List<Imports> imports =
          files.stream().filter(file -> language.owns(file.name())).map(Imports::of).toList();
      programs =
          preferred(
              programs, file -> imports.stream().noneMatch(other -> other.contain(file.name())));
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

  private static Optional<SourceFile> first(List<SourceFile> files, Predicate<SourceFile> test) {
    return files.stream().filter(test).findFirst();
  }

  /** Those that pass, or all if none does. */
  private static List<SourceFile> preferred(List<SourceFile> files, Predicate<SourceFile> test) {
    List<SourceFile> passing = files.stream().filter(test).toList();
    return passing.isEmpty() ? files : passing;
  }

  private static String text(SourceFile file) {
    return new String(file.content(), StandardCharsets.UTF_8);
  }

  /** The words in those lines of a file that import something. */
  private record Imports(String file, Set<String> words) {
    static Imports of(SourceFile file) {
      Set<String> imported = new HashSet<>();
      text(file)
          .lines()
          .forEach(line -> {
            Set<String> words = words(line);
            // A dot is how a shell includes a file.
            if (line.stripLeading().startsWith(". ")
                || words.stream().anyMatch(IMPORTS::contains)) {
              imported.addAll(words);
            }
          });
      return new Imports(file.name(), imported);
    }

    /** Whether they are about another file. */
    boolean contain(String name) {
      return !name.equals(file) && words.contains(Language.stem(name));
    }

    private static Set<String> words(String line) {
      Set<String> words = new HashSet<>();
      Matcher matcher = WORD.matcher(line);
      while (matcher.find()) {
        words.add(matcher.group());
      }
      return words;
    }
  }
}
