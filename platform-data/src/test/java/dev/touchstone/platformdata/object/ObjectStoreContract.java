package dev.touchstone.platformdata.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract that every object store must fulfil. */
abstract class ObjectStoreContract {
  @TempDir Path files;

  abstract ObjectStore store();

  /** Changes an object behind the back of the store. */
  abstract void damage(String digest) throws IOException;

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(files, "object", ""), text);
  }

  @Test
  void returnsWhatItWasGiven() throws IOException {
    byte[] large = new byte[300_000];
    java.util.Arrays.fill(large, (byte) 7);
    Path file = Files.write(files.resolve("large"), large);
    store().put(Digest.of(file), file);
    store().put(Digest.of(file), file);
    try (InputStream object = store().open(Digest.of(file)).orElseThrow()) {
      assertThat(object.readAllBytes()).isEqualTo(large);
    }
  }

  @Test
  void keepsAnEmptyFile() throws IOException {
    Path file = file("");
    store().put(Digest.of(file), file);
    try (InputStream object = store().open(Digest.of(file)).orElseThrow()) {
      assertThat(object.readAllBytes()).isEmpty();
    }
  }

  @Test
  void knowsWhatItDoesNotHave() throws IOException {
    assertThat(store().open("0".repeat(64))).isEmpty();
    store().check();
  }

  @Test
  void listsAndDeletesWhatItHas() throws IOException {
    List<String> digests = new ArrayList<>();
    for (String text : List.of("one", "two")) {
      Path file = file(text);
      digests.add(Digest.of(file));
      store().put(digests.getLast(), file);
    }
    assertThat(listed()).containsAll(digests);
    store().delete(digests.getFirst());
    store().delete(digests.getFirst());
    assertThat(listed()).doesNotContain(digests.getFirst()).contains(digests.getLast());
    assertThat(store().open(digests.getFirst())).isEmpty();
  }

  private List<String> listed() throws IOException {
    List<String> listed = new ArrayList<>();
    store().list(listed::add);
    return listed;
  }

  @Test
  void refusesAFileOfAnotherDigest() throws IOException {
    String digest = Digest.of(file("expected"));
    Path file = file("something else");
    assertThatThrownBy(() -> store().put(digest, file)).isInstanceOf(IOException.class);
    assertThat(store().open(digest)).isEmpty();
  }

  @Test
  void failsInsteadOfReturningDamagedContents() throws IOException {
    Path file = file("to be damaged");
    String digest = Digest.of(file);
    store().put(digest, file);
    damage(digest);
    try (InputStream object = store().open(digest).orElseThrow()) {
      assertThatThrownBy(object::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("damaged");
    }
  }
}
