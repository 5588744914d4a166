package dev.touchstone.judge.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.problempackage.reading.PackageReader;
import dev.touchstone.testing.ContractCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertThat(awk.runCommand(files("main.awk"), "", 64)).containsExactly("awk", "-f", "main.awk");
    assertThat(languages.all()).containsKey("python3");
  }

  /** Packages that name another language get a warning, which must not be wrong. */
  @Test
  void packagesMayNameEachLanguageThatTheJudgeComesWith() throws Exception {
    Files.createDirectories(folder.resolve("data/secret"));
    Files.createDirectories(folder.resolve("statement"));
    Files.writeString(folder.resolve("statement/problem.en.md"), "");
    for (String end : List.of("in", "ans")) {
      Files.writeString(folder.resolve("data/secret/1." + end), "");
    }
    String metadata =
        "problem_format_version: 2023-07\nname: T\nuuid: u\nlimits: {time_limit: 1}\n";
    String all =
        String.join(", ", new TreeSet<>(Languages.detect(Optional.empty()).all().keySet()));
    Files.writeString(folder.resolve("problem.yaml"), metadata + "languages: [" + all + "]\n");
    assertThat(PackageReader.open(folder, "all").warnings()).isEmpty();
    Files.writeString(folder.resolve("problem.yaml"), metadata + "languages: [awk]\n");
    assertThat(PackageReader.open(folder, "all").warnings())
        .singleElement()
        .asString()
        .endsWith("judge's languages: " + all);
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
    assertThat(ofFiles(languages, List.of("main.py"))).map(Language::id).contains("python3");
    assertThat(ofFiles(languages, List.of("main.cpp", "sum.h"))).map(Language::id).contains("cpp");
    assertThat(ofFiles(languages, List.of("main.c", "sum.h"))).map(Language::id).contains("c");
    assertThat(ofFiles(languages, List.of("sum.mjs"))).map(Language::id).contains("javascript");
    assertThat(ofFiles(languages, List.of("sum.cjs"))).map(Language::id).contains("javascript");
    assertThat(ofFiles(languages, List.of("main.unknown"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a.c++, cpp", "a.C, cpp", "a.CPP, cpp", "a.c, c", "a.py3, python3", "a.PY, python3",
    "A.PAS, pascal", "a.dpr, pascal", "a.JAVA, java", "a.R, r", "a.hh, ''", "a.H, ''"
  })
  void knowsTheExtensionsOfOtherSystems(String file, String language) {
    assertThat(ofFiles(Languages.detect(), List.of(file)).map(Language::id).orElse(""))
        .isEqualTo(language);
  }

  @Test
  void findsTheProgramAmongOtherFiles() {
    Languages languages = Languages.detect();
    assertThat(ofFiles(languages, List.of("Makefile", "v.cpp", "words.txt", "x.h")))
        .map(Language::id)
        .contains("cpp");
    assertThat(ofFiles(languages, List.of("gen.py", "Main.java")))
        .map(Language::id)
        .contains("java");
    assertThat(ofFiles(languages, List.of("gen.py", "a.java", "b.java")))
        .map(Language::id)
        .contains("java");
    assertThat(ofFiles(languages, List.of("x.h", "notes.txt"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#!/usr/bin/env swipl\nmain.\n",
        "#!/usr/bin/swipl -q -f\n",
        "/* a comment */\n:- initialization(main).\nmain :- write(1).\n",
        "% @EXPECTED_RESULTS@: CORRECT\nmain:-halt.\n",
        "double(X, Y) :-\n  Y is 2 * X.\n",
      })
  void takesPrologForNoPerl(String prolog) {
    assertThat(Languages.detect().ofFiles(List.of("a.pl"), name -> prolog)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#!/usr/bin/perl\n%h = (1, 2);\nprint 1;\n",
        "use strict;\nmy %h;\n%h = map { $_ => 1 } 1..3;\nprint $x ? 1 :-1;\n",
        "#!/usr/bin/env perl\nprint <<E;\n:- a\nE\n",
        "print 2 * <STDIN>;\n",
      })
  void takesPerlForPerl(String perl) {
    assertThat(Languages.detect().ofFiles(List.of("a.pl"), name -> perl))
        .map(Language::id)
        .contains("perl");
  }

  @Test
  void takesPython2ForNoPython3() {
    Languages languages = Languages.detect();
    assertThat(languages.ofFiles(List.of("a.py"), name -> "#!/usr/bin/python2\nprint 1\n"))
        .isEmpty();
    assertThat(languages.ofFiles(List.of("a.py"), name -> "#!/usr/bin/python3\n")).isPresent();
  }

  @Test
  void noFileNameIsTakenForAnOption() {
    assertThat(language("python3").runCommand(files("-rf.py"), "", 64)).contains("./-rf.py");
    assertThat(language("c").compileCommand(files("--help.c", "@a.c", "-o.h"), false))
        .contains("./--help.c", "./@a.c")
        .doesNotContain("./-o.h");
    assertThat(language("typescript").runCommand(files("-e.ts"), "", 64)).contains("./-e.js");
  }

  private static ProgramFiles files(String... names) {
    return new ProgramFiles(List.of(names), names[0]);
  }

  private static Optional<Language> ofFiles(Languages languages, List<String> names) {
    return languages.ofFiles(names, name -> "");
  }

  private static Language language(String id) {
    return Objects.requireNonNull(Languages.detect().all().get(id)).language();
  }
}
