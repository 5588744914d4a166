package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No output of a learner takes more memory than the judge below up has. */
class LargeOutputTest {
  /** A process that runs out of memory ends at once. */
  private static final Path OPTIONS =
      Path.of("..", "deploy", "memory", "judge.options").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void isComparedInTheMemoryOfTheJudge() throws Exception {
    String classPath =
        Objects.requireNonNullElse(
            System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path"));
    Path console = folder.resolve("console");
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "@" + OPTIONS,
                "-cp",
                classPath,
                LargeOutputMain.class.getName(),
                folder.toString())
            .redirectOutput(console.toFile())
            .redirectErrorStream(true)
            .start();
    int status = process.waitFor();
    List<String> said = Files.readAllLines(console);
    assertThat(status).as(said.toString()).isZero();
    assertThat(said.stream().distinct())
        .containsExactly(
            "integers: The result has length 1000000, not 1.",
            "pairs: The result has length 400000, not 1.",
            "nested: The result has length 2700000, not 1.",
            "text: The result has a text, key or number that is too long.",
            "key: The result has a text, key or number that is too long.",
            "number: Line 1: expected “7”, found “" + "7".repeat(60) + "…”.",
            "word: Line 1: expected “7”, found “" + "w".repeat(60) + "…”.");
  }
}
