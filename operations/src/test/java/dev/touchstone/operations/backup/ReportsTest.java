package dev.touchstone.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that failed leaves a report, whatever it failed of. */
class ReportsTest {
  @TempDir Path folder;

  @Test
  void aServerThatCannotBeReachedIsReported() throws IOException {
    List<String> lines = new ArrayList<>();
    Reports reports = new Reports(folder, Clock.systemUTC(), lines::add);
    assertThatThrownBy(() ->
            reports.run(
                "backup-databases",
                _ -> {
                  throw new ConfigurationException("The database can't be reached.");
                }))
        .isInstanceOf(OperationFailed.class) // exit status 1
        .hasMessage("The database can't be reached.");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(Files.readString(files.findFirst().orElseThrow()))
          .contains("\"failed\"", "can't be reached");
    }
    assertThat(lines).singleElement().asString().startsWith("Report: ");
  }
}
