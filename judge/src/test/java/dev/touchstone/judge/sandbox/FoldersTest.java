package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  @TempDir Path folder;

  @Test
  void manyMayRemoveTheSameAtOnce() throws Exception {
    for (int i = 0; i < 300; i++) {
      Path inner = Files.createDirectories(folder.resolve("left/" + i + "/inner"));
      Files.writeString(inner.resolve("file"), "left");
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> removals = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        removals.add(threads.submit(() -> Folders.delete(folder.resolve("left"))));
      }
      for (Future<?> removal : removals) {
        removal.get();
      }
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void removesLinksAndNotWhatTheyLeadTo() throws Exception {
    Path kept = Files.createDirectory(folder.resolve("kept"));
    Files.writeString(kept.resolve("file"), "kept");
    Path left = Files.createDirectory(folder.resolve("left"));
    Files.createSymbolicLink(left.resolve("link"), kept);
    Folders.delete(left);
    Folders.delete(left);
    assertThat(left).doesNotExist();
    assertThat(kept.resolve("file")).hasContent("kept");
  }
}
