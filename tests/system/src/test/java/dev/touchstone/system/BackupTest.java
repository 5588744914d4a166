package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup made while people work, the platform that is restored from it, and one made after. */
class BackupTest {
  private static final String SOURCE = Exercises.ACCEPTED.getOrDefault("python3", "");

  @TempDir private Path folder;

  @Test
  void whatIsRestoredGoesOnWhereTheBackupWasMade() throws Exception {
    Path backups = folder.resolve("backups");
    Path data = folder.resolve("data");
    Learner learner;
    long judged;
    try (StandalonePlatform platform = StandalonePlatform.startPrepared(data, Map.of())) {
      learner = Learner.register(platform::probe);
      judged = learner.submit(learner.exercise(), "python3", SOURCE);
      assertThat(learner.judged(judged).path("verdict").asString()).isEqualTo("AC");
      run("backup", "--data-dir", data.toString(), "--to", backups.toString());
      learner.judged(learner.submit(learner.exercise(), "python3", SOURCE + "\n# later"));
    }
    Path restored = folder.resolve("restored");
    run("restore", only(backups).toString(), "--data-dir", restored.toString());
    try (StandalonePlatform platform = StandalonePlatform.start(restored, Map.of())) {
      Learner again = learner.at(platform::probe);
      assertThat(again.get("/api/v1/submissions/" + judged).path("verdict").asString())
          .isEqualTo("AC");
      assertThat(again.get("/api/v1/submissions").path("items").size()).isEqualTo(1);
      long next = again.submit(again.exercise(), "python3", SOURCE + "\n# another");
      assertThat(again.judged(next).path("verdict").asString()).isEqualTo("AC");
      assertThat(platform.administratorToken()).isNotEmpty();
    }
    Path cold = folder.resolve("cold");
    run("backup", "--data-dir", restored.toString(), "--to", cold.toString());
    run("restore", "--check", only(cold).toString());
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("touchstone-"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Runs a command as {@code ./touchstone} does, and requires that it succeeds. */
  private static void run(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                Program.HOME.resolve("standalone/target/standalone.jar").toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
