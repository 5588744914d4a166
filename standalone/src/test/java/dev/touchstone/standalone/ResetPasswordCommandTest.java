package dev.touchstone.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ResetPasswordCommandTest {
  @TempDir private Path folder;

  private int run(String... arguments) {
    return new CommandLine(new ResetPasswordCommand())
        .setExecutionExceptionHandler((failure, command, parsed) -> {
          assertThat(failure).hasMessageContaining("There is no data of Touchstone in " + folder);
          return 2;
        })
        .execute(arguments);
  }

  @Test
  void aFolderWithoutDataStaysAsItIs() throws IOException {
    assertThat(run("admin", "--data-dir", folder.toString())).isEqualTo(2);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void findsThePortOfAServerThatRuns() throws IOException {
    Path file = folder.resolve("postmaster.pid");
    assertThat(PostgresProcess.port(folder)).isEmpty();
    String own = Long.toString(ProcessHandle.current().pid());
    Files.write(file, List.of(own, folder.toString(), "1764370000", "15432", ""));
    assertThat(PostgresProcess.port(folder)).contains(15_432);
    // It died: its file is left over.
    Files.write(file, List.of("4194999", folder.toString(), "1764370000", "15432", ""));
    assertThat(PostgresProcess.port(folder)).isEmpty();
  }
}
