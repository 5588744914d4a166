package dev.touchstone.exercises.exercise;

import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Who reads exercises: learners read what is active, authors also what they are members of, and
 * administrators everything.
 *
 * @param userId counts for authors only
 */
public record Reader(long userId, boolean isAuthor, boolean isAdmin) {
  /** True for a row of {@code exercises} that the reader is a member of. */
  public static final String IS_MEMBER =
      """
      (:admin OR (:author AND EXISTS (
        SELECT FROM exercise_members
        WHERE exercise_id = exercises.id AND user_id IN (0, :reader))))
      """;

  /** What the reader may do with a row of {@code exercises}. */
  public static final String ACCESS =
      """
      CASE WHEN :admin THEN 'owner' WHEN :author THEN (
        SELECT role FROM exercise_members
        WHERE exercise_id = exercises.id AND user_id IN (0, :reader)
        ORDER BY array_position(ARRAY['owner', 'editor', 'viewer'], role) LIMIT 1) END
      """;

  /** Somebody with this identity, or nobody in particular. */
  public static Reader of(Optional<Principal> caller) {
    return caller
        .map(by ->
            new Reader(by.userId(), by.role().atLeast(Role.AUTHOR), by.role().atLeast(Role.ADMIN)))
        .orElse(new Reader(0, false, false));
  }

  /** Sets the parameters of the conditions. */
  public <S extends SqlStatement<S>> S bind(S statement) {
    return statement.bind("admin", isAdmin).bind("author", isAuthor).bind("reader", userId);
  }
}
