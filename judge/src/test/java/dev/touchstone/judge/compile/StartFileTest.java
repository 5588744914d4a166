package dev.touchstone.judge.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judge.compile.Submission.SourceFile;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which of several files is started. */
class StartFileTest {
  private static final Languages LANGUAGES = Languages.detect();

  @Test
  void isTheEntryPointBeforeAFileNamedMain() {
    List<SourceFile> files = files("main.py", "", "solve.py", "", "deep/other.py", "");
    assertThat(start("python3", files, "solve.py")).isEqualTo(new StartFile("solve.py", false));
    assertThat(start("python3", files, "solve")).isEqualTo(new StartFile("solve.py", false));
    assertThat(start("python3", files, "deep/other.py").name()).isEqualTo("deep/other.py");
    assertThat(start("python3", files, "")).isEqualTo(new StartFile("main.py", false));
    assertThat(start("python3", files, "nothing.py").name()).isEqualTo("main.py");
  }

  @Test
  void isTheOneNamedLikeTheMainFileWithAnyExtension() {
    assertThat(start("javascript", files("a.js", "", "main.mjs", ""), "").name())
        .isEqualTo("main.mjs");
    assertThat(start("pascal", files("a.pas", "", "main.dpr", ""), "").name())
        .isEqualTo("main.dpr");
    assertThat(start("python3", files("a.py", "", "__main__.py", ""), "").name())
        .isEqualTo("__main__.py");
  }

  @Test
  void isNoLibrary() {
    assertThat(
            start(
                "pascal",
                files("a.pas", "{ part }\nUnit a;\ninterface\n", "b.pas", "begin end."),
                ""))
        .isEqualTo(new StartFile("b.pas", false));
    assertThat(start("haskell", files("A.hs", "module A where", "B.hs", "main = print 1"), ""))
        .isEqualTo(new StartFile("B.hs", false));
    assertThat(
            start("haskell", files("A.hs", "module A (f) where", "B.hs", "module Main where"), ""))
        .isEqualTo(new StartFile("B.hs", false));
    assertThat(start("rust", files("a.rs", "pub fn mainly() {}", "b.rs", "fn main() {}"), ""))
        .isEqualTo(new StartFile("b.rs", false));
  }

  @Test
  void isTheOneThatNoOtherFileImports() {
    for (String line :
        List.of(
            "from a import f",
            "import x, a",
            "require('./a.js')",
            "require_relative \"a\"",
            "source ./lib/a.sh",
            ". ./a.sh",
            "include 'a.php';")) {
      assertThat(start("python3", files("a.py", "", "b.py", "x = 1\n" + line), ""))
          .as(line)
          .isEqualTo(new StartFile("b.py", false));
    }
  }

  @Test
  void isTheFirstIfNothingElseDecides() {
    List<SourceFile> files = files("solve.py", "a = 1", "a.py", "solve = 2", "data.txt", "");
    assertThat(start("python3", files, "")).isEqualTo(new StartFile("solve.py", true));
    assertThat(StartFile.guess(new Submission(language("python3"), files)))
        .contains("The first file is started: solve.py. To start another one, name it main.py.");
    List<SourceFile> each = files("a.py", "import b", "b.py", "import a");
    assertThat(start("python3", each, "")).isEqualTo(new StartFile("a.py", true));
  }

  @Test
  void isNoGuessWhereNothingIsChosen() {
    assertThat(StartFile.guess(new Submission(language("python3"), files("solve.py", ""))))
        .isEmpty();
    assertThat(StartFile.guess(new Submission(language("c"), files("a.c", "", "b.c", ""))))
        .isEmpty();
  }

  /** A learner chooses how many files there are and what they contain. */
  @Test
  @Timeout(30)
  void isFoundAmongManyFiles() {
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      String imports = "import " + "f0 ".repeat(100) + "import ".repeat(100);
      files.add(file("f" + i + ".py", imports + " ".repeat(100) + i));
    }
    assertThat(start("python3", files, "").name()).isEqualTo("f1.py");
    String spaces = "unit fn module " + " ".repeat(300_000);
    for (String language : List.of("pascal", "rust", "haskell", "perl")) {
      String extension = language(language).sources().extensions().getFirst();
      assertThat(
              start(language, files("a." + extension, spaces, "b." + extension, spaces), "").name())
          .isEqualTo("a." + extension);
    }
  }

  private static StartFile start(String language, List<SourceFile> files, String entryPoint) {
    return StartFile.of(new Submission(language(language), files, entryPoint));
  }

  private static List<SourceFile> files(String... namesAndTexts) {
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.add(file(namesAndTexts[i], namesAndTexts[i + 1]));
    }
    return files;
  }

  private static SourceFile file(String name, String text) {
    return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Language language(String id) {
    return Objects.requireNonNull(LANGUAGES.all().get(id)).language();
  }
}
