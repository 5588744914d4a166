package dev.touchstone.exercises.exercise;

import org.jdbi.v3.core.Handle;

/** Keeps with each exercise the words of its topics in all languages, by which it is found. */
public final class TopicWords {
  /** Any number that no other advisory lock of this database uses. */
  private static final long LOCK = 0x746f_7069_6373L;

  private static final String FILL =
      """
      UPDATE exercises SET topic_words = coalesce((
        SELECT string_agg(words, chr(10) ORDER BY kind, name) FROM topics
        WHERE (kind = 'category' AND name = exercises.category)
           OR (kind = 'tag' AND name = ANY (exercises.tags))), '')
      WHERE
      """;

  private TopicWords() {}

  /**
   * Fills in those of a new revision. Names of topics that change at the same moment wait for the
   * end of the transaction, and then find the exercise.
   */
  static void ofExercise(Handle handle, long id) {
    handle.execute("SELECT pg_advisory_xact_lock_shared(?)", LOCK);
    handle.execute(FILL + " id = ?", id);
  }

  /** Lets a transaction change the names of topics, and no revision be published meanwhile. */
  public static void lock(Handle handle) {
    handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
  }

  /** Fills in those of all exercises of a category. */
  public static void ofCategory(Handle handle, String name) {
    handle.execute(FILL + " category = ?", name);
  }

  /** Fills in those of all exercises with a tag. */
  public static void ofTag(Handle handle, String name) {
    handle.execute(FILL + " ? = ANY (tags)", name);
  }
}
