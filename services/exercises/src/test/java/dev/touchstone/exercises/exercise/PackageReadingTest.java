package dev.touchstone.exercises.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.reading.PackageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PackageReadingTest {
  private static final int MOST_WAITING = 16;

  @Test
  void readsOnPlatformThreadsOfItsOwn() throws Exception {
    try (PackageReading reading = new PackageReading(1, Duration.ofSeconds(20))) {
      Thread thread = reading.read(Thread::currentThread);
      assertThat(thread.isVirtual()).isFalse();
      assertThat(thread.getName()).startsWith("package-reading-");
    }
  }

  @Test
  void aReadingThatTakesTooLongEndsAtTheNextFile(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("problem.yaml"), "name: x");
    AtomicReference<Throwable> end = new AtomicReference<>();
    try (PackageReading reading = new PackageReading(1, Duration.ofMillis(100))) {
      assertThatThrownBy(() ->
              reading.read(() -> {
                while (true) {
                  try {
                    PackageReader.open(folder, "name");
                  } catch (PackageException e) { // it has no tests
                    assertThat(e.faults()).isNotEmpty();
                  } catch (CancellationException e) {
                    end.set(e);
                    throw e;
                  }
                }
              }))
          .isInstanceOf(PackageException.class)
          .hasMessageContaining("takes longer than");
      assertThat(end.get()).as("it has ended").isInstanceOf(CancellationException.class);
      assertThat(reading.<String>read(() -> "next")).isEqualTo("next");
    }
  }

  @Test
  void whatIsNestedTooDeeplyIsAFaultOfThePackage() {
    try (PackageReading reading = new PackageReading(1, Duration.ofSeconds(20))) {
      assertThatThrownBy(() -> reading.read(() -> depth(0)))
          .isInstanceOf(PackageException.class)
          .hasMessageContaining("nested too deeply");
    }
  }

  private static int depth(int level) {
    return level < 0 ? 0 : 1 + depth(level + 1);
  }

  /** One is read, as many as can wait do so, and one more comes, whichever it is. */
  @Test
  void moreThanCanWaitAreRefused() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1 + MOST_WAITING);
    BlockingQueue<ProblemException> refused = new LinkedBlockingQueue<>();
    try (PackageReading reading = new PackageReading(1, Duration.ofSeconds(50))) {
      for (int i = 0; i < 1 + MOST_WAITING + 1; i++) {
        Thread.ofVirtual()
            .start(() -> {
              try {
                boolean _ = reading.read(() -> await(release));
                read.countDown();
              } catch (ProblemException e) {
                refused.add(e);
              } catch (PackageException | IOException e) {
                throw new IllegalStateException(e);
              }
            });
      }
      assertThat(refused.take().status()).isEqualTo(503);
      release.countDown();
      read.await();
      assertThat(refused).isEmpty();
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
