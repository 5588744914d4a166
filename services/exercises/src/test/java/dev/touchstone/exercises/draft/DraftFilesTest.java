package dev.touchstone.exercises.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.touchstone.exercises.exercise.RevisionFile;
import dev.touchstone.platformdata.object.FolderObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftFilesTest {
  private static final long LARGE = 64L << 20;
  private static final long MOST_MEMORY = 4L << 20;

  @TempDir private Path folder;

  /** Counts everything that the thread allocates, so that no heap must be small. */
  @Test
  void aLargeFileIsNeverInMemory() throws IOException {
    DraftFiles files =
        new DraftFiles(
            new FolderObjectStore(folder.resolve("objects")), LARGE, folder.resolve("temporary"));
    files.store("warm-up", InputStream.nullInputStream());
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = memory.getCurrentThreadAllocatedBytes();
    RevisionFile stored = files.store("data/secret/1.in", zeros());
    files.layOut(List.of(stored), folder.resolve("package"));
    long allocated = memory.getCurrentThreadAllocatedBytes() - before;
    assertThat(stored.size()).isEqualTo(LARGE);
    assertThat(Files.size(folder.resolve("package/data/secret/1.in"))).isEqualTo(LARGE);
    assertThat(allocated).isBetween(1L, MOST_MEMORY);
  }

  /** As many as the largest file has. */
  private static InputStream zeros() {
    return new InputStream() {
      private long left = LARGE;

      @Override
      public int read() {
        return left-- > 0 ? 0 : -1;
      }

      @Override
      public int read(byte[] buffer, int from, int length) {
        int count = (int) Math.min(length, left);
        left -= count;
        return count == 0 ? -1 : count;
      }
    };
  }
}
