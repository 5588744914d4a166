package dev.touchstone.exercises.exercise;

import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.judgeprotocol.Memberships.Membership;
import dev.touchstone.platformdata.audit.AuditOutbox;
import dev.touchstone.platformdata.audit.TeachingEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The tables {@code exercise_members} and {@code member_changes}. Thread-safe. */
public final class MemberStore {
  /** Stands for all authors. */
  public static final long ALL_AUTHORS = 0;

  private final Jdbi jdbi;

  public MemberStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A member; the role is {@link MemberRole#wireName()}. */
  public record Member(long userId, String role) {}

  /** A change; no role before or after stands for no member. */
  public record Change(
      long userId,
      @Nullable String roleBefore,
      @Nullable String roleAfter,
      long changedBy,
      Instant changedAt) {}

  /** What an author may do with an exercise, alone or as all authors; empty for no member. */
  public Optional<MemberRole> roleOf(long exerciseId, long userId) {
    String sql =
        """
        SELECT role FROM exercise_members
        WHERE exercise_id = :exercise AND user_id IN (:all, :user)
        """;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("exercise", exerciseId)
            .bind("all", ALL_AUTHORS)
            .bind("user", userId)
            .mapTo(String.class)
            .list()
            .stream()
            .flatMap(role -> MemberRole.of(role).stream())
            .max(Comparator.naturalOrder()));
  }

  /** The members of an exercise. */
  public List<Member> list(long exerciseId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT user_id, role FROM exercise_members WHERE exercise_id = :exercise")
            .bind("exercise", exerciseId)
            .mapTo(Member.class)
            .list());
  }

  /** The latest changes, the newest first. */
  public List<Change> changes(long exerciseId, int limit) {
    String sql =
        """
        SELECT user_id, role_before, role_after, changed_by, changed_at FROM member_changes
        WHERE exercise_id = :exercise ORDER BY id DESC LIMIT :limit
        """;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("exercise", exerciseId)
            .bind("limit", limit)
            .mapTo(Change.class)
            .list());
  }

  /** The exercises that somebody is a member of, alone or as all authors. */
  public List<Membership> ofUser(long userId) {
    String sql =
        """
        SELECT exercise_id, role FROM exercise_members WHERE user_id IN (:all, :user)
        ORDER BY exercise_id, user_id
        """;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("all", ALL_AUTHORS)
            .bind("user", userId)
            .mapTo(Membership.class)
            .list());
  }

  /** The owner of an exercise, if there is one; the caller has locked the exercise. */
  public static Optional<Long> owner(Handle handle, long exerciseId) {
    return handle
        .createQuery(
            "SELECT user_id FROM exercise_members WHERE exercise_id = :exercise AND role = 'owner'")
        .bind("exercise", exerciseId)
        .mapTo(Long.class)
        .findOne();
  }

  /** How many members an exercise has. */
  public static int count(Handle handle, long exerciseId) {
    return handle
        .createQuery("SELECT count(*) FROM exercise_members WHERE exercise_id = :exercise")
        .bind("exercise", exerciseId)
        .mapTo(Integer.class)
        .one();
  }

  /** Adds a member or changes the role of one; the caller has locked the exercise. */
  public static void put(
      Handle handle, long exerciseId, long userId, MemberRole role, long by, Instant now) {
    Optional<String> before = role(handle, exerciseId, userId);
    if (before.equals(Optional.of(role.wireName()))) {
      return;
    }
    handle.execute(
        """
        INSERT INTO exercise_members (exercise_id, user_id, role) VALUES (?, ?, ?)
        ON CONFLICT (exercise_id, user_id) DO UPDATE SET role = excluded.role
        """,
        exerciseId,
        userId,
        role.wireName());
    Change change = new Change(userId, before.orElse(null), role.wireName(), by, now);
    record(handle, exerciseId, change);
  }

  /** Removes a member; false if there is none. The caller has locked the exercise. */
  public static boolean remove(Handle handle, long exerciseId, long userId, long by, Instant now) {
    Optional<String> before = role(handle, exerciseId, userId);
    if (before.isEmpty()) {
      return false;
    }
    handle.execute(
        "DELETE FROM exercise_members WHERE exercise_id = ? AND user_id = ?", exerciseId, userId);
    record(handle, exerciseId, new Change(userId, before.get(), null, by, now));
    return true;
  }

  /** Takes somebody whose account was deleted from all exercises. */
  public void forget(long userId, Instant now) {
    String sql =
        """
        WITH gone AS (
          DELETE FROM exercise_members WHERE user_id = :user RETURNING exercise_id, role)
        INSERT INTO member_changes (exercise_id, user_id, role_before, changed_by, changed_at)
        SELECT exercise_id, :user, role, :user, :now FROM gone
        """;
    jdbi.useHandle(
        handle -> handle.createUpdate(sql).bind("user", userId).bind("now", now).execute());
  }

  private static Optional<String> role(Handle handle, long exerciseId, long userId) {
    return handle
        .createQuery(
            "SELECT role FROM exercise_members WHERE exercise_id = :exercise AND user_id = :user")
        .bind("exercise", exerciseId)
        .bind("user", userId)
        .mapTo(String.class)
        .findOne();
  }

  private static void record(Handle handle, long exerciseId, Change change) {
    String sql =
        """
        INSERT INTO member_changes
          (exercise_id, user_id, role_before, role_after, changed_by, changed_at)
        VALUES (:exercise, :user, :before, :after, :by, :at)
        """;
    handle
        .createUpdate(sql)
        .bind("exercise", exerciseId)
        .bind("user", change.userId())
        .bind("before", change.roleBefore())
        .bind("after", change.roleAfter())
        .bind("by", change.changedBy())
        .bind("at", change.changedAt())
        .execute();
    if (change.userId() != change.changedBy() || change.roleAfter() == null) {
      AuditOutbox.add(handle, event(exerciseId, change), change.changedAt());
    }
  }

  private static TeachingEvent event(long exerciseId, Change change) {
    String user = Long.toString(change.userId());
    String role = change.roleAfter();
    return TeachingEvent.ofExercise(
        role == null ? "exercise.unshared" : "exercise.shared",
        change.changedBy(),
        exerciseId,
        role == null ? Map.of("user", user) : Map.of("user", user, "role", role));
  }
}
