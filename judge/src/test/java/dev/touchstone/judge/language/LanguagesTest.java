package dev.touchstone.judge.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.testing.ContractCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguagesTest {
  private static final String AWK =
      """
      name: AWK
      extensions: [awk]
      main_file: main.awk
      programs: [awk]
      version: [awk, --version]
      run: [awk, -f, "{main}"]
      """;

  @TempDir Path folder;

  @Test
  void anOperatorAddsALanguageByAFile() throws Exception {
    Files.writeString(folder.resolve("awk.yaml"), AWK);
    Languages languages = Languages.detect(Optional.of(folder));
    Language awk = Objects.requireNonNull(languages.all().get("awk")).language();
    assertThat(awk.runCommand(List.of("main.awk"), "", 64))
        .containsExactly("awk", "-f", "main.awk");
    assertThat(languages.all()).containsKey("python3");
  }

  @Test
  void aFaultyDescriptionIsNamed() throws Exception {
    Files.writeString(folder.resolve("awk.yaml"), AWK.replace("run:", "rum:"));
    assertThatThrownBy(() -> Languages.detect(Optional.of(folder)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("awk.yaml")
        .hasMessageContaining("rum");
    Files.writeString(folder.resolve("awk.yaml"), AWK.replaceAll("run:.*", ""));
    assertThatThrownBy(() -> Languages.detect(Optional.of(folder)))
        .hasMessageContaining("run is missing");
  }

  @Test
  void aLanguageWhoseProgramsAreMissingIsNotInstalled() throws Exception {
    Files.writeString(
        folder.resolve("awk.yaml"), AWK.replace("[awk]\nversion", "[no-such-awk]\nversion"));
    assertThat(Languages.detect(Optional.of(folder)).find("awk")).isEmpty();
  }

  @Test
  void everyLanguageStandsInTheDocumentation() throws Exception {
    String page = Files.readString(ContractCheck.repository().resolve("docs/languages.md"));
    assertThat(Languages.detect().all().keySet())
        .allSatisfy(id -> assertThat(page).contains("`" + id + "`"));
  }

  @Test
  void guessesTheLanguageOfFilesButNotItsVariants() {
    Languages languages = Languages.detect();
    assertThat(languages.ofFiles(List.of("main.py"))).map(Language::id).contains("python3");
    assertThat(languages.ofFiles(List.of("main.cpp", "sum.h"))).map(Language::id).contains("cpp");
    assertThat(languages.ofFiles(List.of("main.c", "sum.h"))).map(Language::id).contains("c");
    assertThat(languages.ofFiles(List.of("sum.mjs"))).map(Language::id).contains("javascript");
    assertThat(languages.ofFiles(List.of("sum.cjs"))).map(Language::id).contains("javascript");
    assertThat(languages.ofFiles(List.of("main.unknown"))).isEmpty();
  }

  @Test
  void saysWhichOfSeveralFilesIsStartedWhereNoNameDoes() {
    Language python = language("python3");
    assertThat(python.guess(List.of("solve.py", "helper.py")))
        .contains("The first file is started: solve.py. To start another one, name it main.py.");
    assertThat(python.guess(List.of("helper.py", "main.py"))).isEmpty();
    assertThat(python.guess(List.of("solve.py"))).isEmpty();
    assertThat(language("c").guess(List.of("solve.c", "helper.c"))).isEmpty();
    assertThat(python.runCommand(List.of("solve.py", "helper.py"), "", 64)).contains("solve.py");
  }

  @Test
  void noFileNameIsTakenForAnOption() {
    assertThat(language("python3").runCommand(List.of("-rf.py"), "", 64)).contains("./-rf.py");
    assertThat(language("c").compileCommand(List.of("--help.c", "@a.c", "-o.h"), false))
        .contains("./--help.c", "./@a.c")
        .doesNotContain("./-o.h");
    assertThat(language("typescript").runCommand(List.of("-e.ts"), "", 64)).contains("./-e.js");
  }

  private static Language language(String id) {
    return Objects.requireNonNull(Languages.detect().all().get(id)).language();
  }
}
