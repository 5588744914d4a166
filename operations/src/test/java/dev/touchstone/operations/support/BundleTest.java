package dev.touchstone.operations.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.operations.process.OperationFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
  @TempDir private Path folder;

  private boolean written(String text) {
    try {
      Bundle.write(folder.resolve("support.zip"), Map.of("text", text));
      return true;
    } catch (OperationFailed e) {
      assertThat(e).hasMessageContaining("support.zip exists already");
      return false;
    }
  }

  /** A run that looked for the file before another wrote it. */
  @Test
  void neverReplacesAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("support.zip"), "of another run");

    assertThat(written("mine")).isFalse();

    assertThat(file).hasContent("of another run");
    assertThat(folder).isDirectoryContaining("glob:**support.zip");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void ofTwoRunsAtTheSameTimeOneWritesAll() throws Exception {
    List<Callable<Boolean>> runs = new ArrayList<>();
    for (int run = 0; run < 8; run++) {
      String text = String.valueOf(run).repeat(100_000);
      runs.add(() -> written(text));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.invokeAll(runs)).extracting(Future::resultNow).containsOnlyOnce(true);
    }
    assertThat(folder.toFile().list()).containsExactly("support.zip");
    try (ZipFile zip = new ZipFile(folder.resolve("support.zip").toFile())) {
      String text =
          new String(
              zip.getInputStream(zip.getEntry("text")).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).hasSize(100_000);
      assertThat(text.chars().distinct().count()).isEqualTo(1);
    }
  }

  @Test
  void namesAFolderThatIsNotThere() {
    Path file = folder.resolve("none/support.zip");
    assertThatThrownBy(() -> Bundle.write(file, Map.of()))
        .isInstanceOf(OperationFailed.class)
        .hasMessageContaining(file + " cannot be written: NoSuchFileException");
  }
}
