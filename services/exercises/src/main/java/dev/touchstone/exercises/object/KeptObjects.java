package dev.touchstone.exercises.object;

import dev.touchstone.platformdata.object.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An object store whose objects count as used again when they are stored, so that {@link
 * UnusedObjects} leaves them to whoever is about to refer to them. Thread-safe.
 */
public final class KeptObjects implements ObjectStore {
  private final ObjectStore objects;
  private final UnusedObjectStore unused;

  public KeptObjects(ObjectStore objects, UnusedObjectStore unused) {
    this.objects = objects;
    this.unused = unused;
  }

  @Override
  public void put(String digest, Path file) throws IOException {
    unused.unmark(digest); // first: an object that is being deleted is then stored anew
    objects.put(digest, file);
  }

  @Override
  public Optional<InputStream> open(String digest) throws IOException {
    return objects.open(digest);
  }

  @Override
  public void list(Consumer<String> digests) throws IOException {
    objects.list(digests);
  }

  @Override
  public void delete(String digest) throws IOException {
    objects.delete(digest);
  }

  @Override
  public void check() throws IOException {
    objects.check();
  }

  @Override
  public void close() {
    objects.close();
  }
}
