package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine with much to do may run the validator's shell late. */
class ValidatorEndTest {
  @TempDir Path folder;

  @Test
  void isAwaitedOnABusyMachine() throws Exception {
    Pipe pipe = Pipe.make(folder.resolve("end"));
    ValidatorEnd end = new ValidatorEnd(pipe);
    Thread reader = Thread.ofPlatform().start(end);
    Thread shell =
        Thread.ofPlatform()
            .start(() -> {
              try (FileOutputStream out = new FileOutputStream(pipe.path().toFile())) {
                Thread.sleep(300);
                out.write('\n');
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    end.awaitBriefly();
    assertThat(end.at()).isLessThan(Long.MAX_VALUE);
    shell.join();
    reader.join();
  }

  @Test
  void ofAValidatorThatLivesOnIsNotAwaitedForLong() throws Exception {
    Pipe pipe = Pipe.make(folder.resolve("end"));
    ValidatorEnd end = new ValidatorEnd(pipe);
    Thread reader = Thread.ofPlatform().start(end);
    long before = System.nanoTime();
    end.awaitBriefly();
    assertThat(System.nanoTime() - before).as("nanoseconds").isLessThan(20_000_000_000L);
    assertThat(end.at()).isEqualTo(Long.MAX_VALUE);
    pipe.release();
    reader.join();
  }
}
