package dev.touchstone.operations.status;

import dev.touchstone.operations.process.OperationFailed;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * Small texts by name, in a folder or bucket. Each exists completely or not at all, and a change by
 * another process is never overwritten unseen. Thread-safe.
 */
interface Documents {
  /** With a few processes at a time, one change succeeds in each round. */
  int ATTEMPTS = 50;

  /** Between two attempts, in milliseconds at most. */
  int LONGEST_PAUSE = 200;

  /**
   * A text as it was read.
   *
   * @param version what a change compares
   */
  record Document(String text, String version) {}

  /** Where they are, for messages. */
  String name();

  /** A document; empty if there is none. */
  Optional<Document> find(String name);

  /**
   * Adds a document.
   *
   * @return false if there is one already
   */
  boolean create(String name, String text);

  /**
   * Replaces a document.
   *
   * @return false if it is not what was read any more
   */
  boolean replace(String name, Document read, String text);

  /** The names that begin with this and a slash, sorted. */
  List<String> names(String folder);

  /** Writes a file for browsers, whatever was there. */
  void publish(String name, String text, String contentType);

  /**
   * Changes a document, again and again until nobody else has changed it meanwhile.
   *
   * @param change from the old text to the new one; may be called several times
   */
  default void change(String name, Function<Optional<String>, String> change) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Document> old = find(name);
      String text = change.apply(old.map(Document::text));
      if (old.isEmpty() ? create(name, text) : replace(name, old.get(), text)) {
        return;
      }
      pause();
    }
    throw new OperationFailed(
        "%s in %s is being changed by others all the time. Run it again.".formatted(name, name()));
  }

  private static void pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationFailed("Interrupted; nothing was changed.", e);
    }
  }
}
