package dev.touchstone.platformdata.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectStoreTest extends ObjectStoreContract {
  @TempDir Path root;
  private FolderObjectStore store;

  @BeforeEach
  void open() throws IOException {
    store = new FolderObjectStore(root);
  }

  @AfterEach
  void leavesNoTemporaryFile() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      assertThat(all.filter(path -> path.toString().endsWith(".tmp"))).isEmpty();
    }
  }

  @Override
  ObjectStore store() {
    return store;
  }

  @Override
  void damage(String digest) throws IOException {
    Files.writeString(root.resolve(digest.substring(0, 2)).resolve(digest.substring(2)), "other");
  }
}
