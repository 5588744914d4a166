package dev.touchstone.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.Await;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchFolderTest {
  private static final String COMMAND = "touchstone.platform.command";

  @TempDir private Path folder;

  @Test
  void aPlatformThatIsNotReadyYetEndsWithTheFolder() throws Exception {
    String before = System.getProperty(COMMAND, "");
    System.setProperty(COMMAND, "sleep\n61");
    BenchFolder own = BenchFolder.in(folder, "bench");
    try (own) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              own.start(Map.of());
            } catch (InterruptedException | RuntimeException e) {
              // the platform does not start any more
            }
          });
      Await.until("the platform", () -> platform().isPresent());
    } finally {
      System.setProperty(COMMAND, before);
    }
    assertThat(platform()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  private static Optional<ProcessHandle> platform() {
    Stream<ProcessHandle> children = ProcessHandle.current().children();
    return children
        .filter(child -> child.info().commandLine().orElse("").endsWith("sleep 61"))
        .findAny();
  }
}
