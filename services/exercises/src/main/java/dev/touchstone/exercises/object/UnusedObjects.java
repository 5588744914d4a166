package dev.touchstone.exercises.object;

import dev.touchstone.platformdata.object.ObjectStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what failed imports, changed drafts and deleted exercises have left in the object store,
 * after a time in which nothing referred to it. Several processes may do so at once.
 */
public final class UnusedObjects {
  private static final Logger log = LoggerFactory.getLogger(UnusedObjects.class);
  private static final int BATCH = 1000;

  private final UnusedObjectStore unused;
  private final ObjectStore objects;
  private final Duration kept;
  private final Clock clock;

  /**
   * Prepares the work.
   *
   * @param kept how long an object stays after it was first seen to be unused
   */
  public UnusedObjects(UnusedObjectStore unused, ObjectStore objects, Duration kept, Clock clock) {
    this.unused = unused;
    this.objects = objects;
    this.kept = kept;
    this.clock = clock;
  }

  /** Looks for unused objects, and deletes those that have been unused for long enough. */
  public void collect() {
    try {
      mark();
      int deleted = delete();
      if (deleted > 0) {
        log.info("Deleted {} objects that nothing refers to", deleted);
      }
    } catch (IOException e) {
      log.warn("Unused objects can't be deleted", e);
    }
  }

  private void mark() throws IOException {
    List<String> batch = new ArrayList<>();
    objects.list(digest -> {
      batch.add(digest);
      if (batch.size() == BATCH) {
        unused.mark(batch, clock.instant());
        batch.clear();
      }
    });
    unused.mark(batch, clock.instant());
  }

  private int delete() throws IOException {
    int deleted = 0;
    List<String> found;
    do {
      found = unused.unusedSince(clock.instant().minus(kept), BATCH);
      for (String digest : found) {
        if (unused.delete(digest, objects)) {
          deleted++;
        }
      }
    } while (found.size() == BATCH);
    return deleted;
  }
}
