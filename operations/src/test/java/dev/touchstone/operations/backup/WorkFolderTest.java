package dev.touchstone.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not complete does not outlive its process, and what others have is left alone. */
class WorkFolderTest {
  @TempDir Path folder;

  @Test
  void aProcessThatIsAskedToEndLeavesNeitherProgramsNorDumps() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Sleeper.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      long program = Long.parseLong(Objects.requireNonNull(out.readLine()));
      Optional<ProcessHandle> handle = ProcessHandle.of(program);
      assertThat(handle).isPresent();
      assertThat(folder).isDirectoryContaining("glob:**unfinished*");
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(folder).isEmptyDirectory();
      assertThat(handle.get().isAlive()).isFalse();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void foldersOfOtherUsersAreLeftAlone() throws IOException {
    Assumptions.assumeTrue(
        System.getProperty("user.name").equals("root"), "only root can make folders of others");
    Path other = Files.createDirectory(folder.resolve(".touchstone-unfinished-other"));
    Files.writeString(other.resolve(".lock"), "");
    Path own = Files.createDirectory(folder.resolve(".touchstone-unfinished-own"));
    Files.writeString(own.resolve(".lock"), "");
    Files.setAttribute(other, "unix:uid", 65534);
    try (WorkFolder _ = WorkFolder.in(folder)) {
      assertThat(other).exists();
      assertThat(own).doesNotExist();
    }
  }

  /** Has a folder and a program that runs. */
  static final class Sleeper {
    private Sleeper() {}

    public static void main(String[] arguments) throws Exception {
      try (WorkFolder work = WorkFolder.in(Path.of(arguments[0]))) {
        Files.writeString(work.path().resolve("dump"), "a dump in clear");
        Process program = new ProcessBuilder("sleep", "600").start();
        System.out.println(program.pid());
        int _ = program.waitFor();
        Thread.sleep(TimeUnit.MINUTES.toMillis(1)); // it is the hook that ends this
      }
    }
  }
}
