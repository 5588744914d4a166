package dev.touchstone.scores.queue;

import dev.touchstone.judgeprotocol.CompileReport;
import dev.touchstone.judgeprotocol.ProgressReport;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platformdata.database.StorableText;
import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.judging.SubmissionData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The lease columns of {@code scores} and {@code runs}. Rows are mapped by hand where judges take
 * and finish jobs: a mapper of records takes longer than the rest of the call. Thread-safe.
 */
final class LeaseStore {
  private final Jdbi jdbi;

  LeaseStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A job just taken out of the queue. */
  record Taken(
      long id,
      long fencingToken,
      long exerciseId,
      int exerciseRevision,
      String language,
      Instant queuedAt,
      SubmissionData program,
      @Nullable String traceparent) {}

  /**
   * A leased job, locked until the transaction ends.
   *
   * @param judgingSince when the lease began
   * @param traceparent of the request that queued it; null if nothing is traced
   */
  record Held(
      Job job,
      long userId,
      long exerciseId,
      String judge,
      int tries,
      Instant queuedAt,
      @Nullable Instant judgingSince,
      long event,
      @Nullable String traceparent) {}

  /**
   * A job that may be taken, locked until the transaction ends.
   *
   * @param excludedJudge the judge that must not have it yet; null if any may
   */
  record Candidate(long id, @Nullable String excludedJudge) {}

  /**
   * Locks the jobs whose turn it is. Jobs that another transaction has locked are left to it, so
   * two callers never get the same one.
   *
   * @param judges who would take them; a job that is closed to all of them is left out
   */
  List<Candidate> candidates(
      Handle handle,
      Lane lane,
      List<String> languages,
      List<String> judges,
      Instant now,
      int limit) {
    String sql =
        """
        SELECT id, CASE WHEN excluded_until > :now THEN judge END AS excluded_judge
        FROM <table>
        WHERE status = 'queued' AND language = ANY(:languages)
          AND (excluded_until IS NULL OR excluded_until <= :now OR judge <> ANY(:judges))
        ORDER BY place, id LIMIT :limit
        FOR UPDATE SKIP LOCKED
        """;
    return handle
        .createQuery(sql)
        .define("table", lane.table())
        .bind("now", now)
        .bindArray("languages", String.class, languages)
        .bindArray("judges", String.class, judges)
        .bind("limit", limit)
        .map((row, _) -> new Candidate(row.getLong("id"), row.getString("excluded_judge")))
        .list();
  }

  /** Takes jobs that the caller has locked out of the queue, each for the judge beside it. */
  List<Taken> take(
      Handle handle, Lane lane, List<Long> ids, List<String> judges, Instant now, Instant until) {
    String sql =
        """
        UPDATE <table> AS job
        SET status = 'judging', judge = given.judge, leased_until = :until, tries = tries + 1,
            judging_since = :now,
            fencing_token = fencing_token + 1, event_number = event_number + 1,
            state_event = event_number + 1
        FROM unnest(:ids, :judges) AS given (id, judge)
        WHERE job.id = given.id
        RETURNING job.id, fencing_token, exercise_id, exercise_revision, language, queued_at,
          submission_data, traceparent
        """;
    return handle
        .createQuery(sql)
        .define("table", lane.table())
        .bind("until", until)
        .bind("now", now)
        .bindArray("ids", Long.class, ids)
        .bindArray("judges", String.class, judges)
        .map((row, _) ->
            new Taken(
                row.getLong("id"),
                row.getLong("fencing_token"),
                row.getLong("exercise_id"),
                row.getInt("exercise_revision"),
                row.getString("language"),
                row.getTimestamp("queued_at").toInstant(),
                Json.MAPPER.readValue(row.getString("submission_data"), SubmissionData.class),
                row.getString("traceparent")))
        .list();
  }

  /** Moves the end of a lease; false if it is no longer the caller's. */
  boolean extend(Handle handle, Job job, long token, Instant until) {
    String sql =
        """
        UPDATE <table> SET leased_until = :until
        WHERE id = :id AND status = 'judging' AND fencing_token = :token
        """;
    return handle
            .createUpdate(sql)
            .define("table", job.lane().table())
            .bind("until", until)
            .bind("id", job.id())
            .bind("token", token)
            .execute()
        == 1;
  }

  /** Locks a job that is leased with the given token. */
  Optional<Held> hold(Handle handle, Job job, long token) {
    return hold(handle, job, "fencing_token = :value", token);
  }

  /**
   * Locks the jobs of a lane that are leased with the token beside them. Those that another
   * transaction has locked are left out: who holds many rows and waits for none is in nobody's way.
   */
  Map<Long, Held> holdFree(Handle handle, Lane lane, List<Long> ids, List<Long> tokens) {
    String sql =
        """
        SELECT id, user_id, exercise_id, judge, tries, queued_at, judging_since, event_number,
          traceparent
        FROM <table> AS job JOIN unnest(:ids, :tokens) AS given (id, token) USING (id)
        WHERE status = 'judging' AND fencing_token = token
        FOR UPDATE OF job SKIP LOCKED
        """;
    return handle
        .createQuery(sql)
        .define("table", lane.table())
        .bindArray("ids", Long.class, ids)
        .bindArray("tokens", Long.class, tokens)
        .map((row, _) -> held(new Job(lane, row.getLong("id")), row))
        .collectToMap(held -> held.job().id(), held -> held);
  }

  /** Locks a job whose lease ended before the given time. */
  Optional<Held> holdExpired(Handle handle, Job job, Instant now) {
    return hold(handle, job, "leased_until < :value", now);
  }

  /** Jobs whose lease has ended; nothing is locked. */
  List<Job> expired(Lane lane, Instant now, int limit) {
    String sql =
        """
        SELECT id FROM <table> WHERE status = 'judging' AND leased_until < :now
        ORDER BY leased_until LIMIT :limit
        """;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .define("table", lane.table())
            .bind("now", now)
            .bind("limit", limit)
            .mapTo(Long.class)
            .map(id -> new Job(lane, id))
            .list());
  }

  /**
   * Stores a change of a job that the caller holds, under the number of one event. What is known
   * already, from a repeated report, is not a change. Returns whether there was one.
   */
  boolean changeState(Handle handle, Job job, ProgressReport report) {
    CompileReport compile = report.compile();
    String sql =
        """
        UPDATE <table>
        SET compile_output = coalesce(CAST(:compile AS text), compile_output),
            tests_total = coalesce(CAST(:total AS integer), tests_total),
            event_number = event_number + 1, state_event = event_number + 1
        WHERE id = :id
          AND (compile_output IS DISTINCT FROM coalesce(CAST(:compile AS text), compile_output)
            OR tests_total IS DISTINCT FROM coalesce(CAST(:total AS integer), tests_total))
        """;
    return handle
            .createUpdate(sql)
            .define("table", job.lane().table())
            .bind("compile", compile == null ? null : StorableText.of(compile.output()))
            .bind("total", report.testsTotal())
            .bind("id", job.id())
            .execute()
        == 1;
  }

  /** Reserves event numbers of a job that the caller holds; returns the one before them. */
  long reserveEvents(Handle handle, Job job, int count) {
    String sql =
        """
        UPDATE <table> SET event_number = event_number + :count WHERE id = :id
        RETURNING event_number - :count
        """;
    return handle
        .createQuery(sql)
        .define("table", job.lane().table())
        .bind("count", count)
        .bind("id", job.id())
        .mapTo(Long.class)
        .one();
  }

  /**
   * Puts a job that the caller holds back into the queue, at its old place.
   *
   * @param error why, for administrators
   * @param excludedUntil until when its judge is excluded
   * @param givenBack whether this does not count as an attempt
   */
  void requeue(
      Handle handle,
      Job job,
      @Nullable String error,
      @Nullable Instant excludedUntil,
      boolean givenBack) {
    String sql =
        """
        UPDATE <table>
        SET status = 'queued', leased_until = NULL, excluded_until = :excluded,
            judging_error = coalesce(CAST(:error AS text), judging_error),
            tries = tries - :givenBack, fencing_token = fencing_token + 1, compile_output = NULL,
            tests_total = NULL, event_number = event_number + 1, state_event = event_number + 1,
            queued_event = event_number + 1
        WHERE id = :id
        """;
    handle
        .createUpdate(sql)
        .define("table", job.lane().table())
        .bind("excluded", excludedUntil)
        .bind("error", error)
        .bind("givenBack", givenBack ? 1 : 0)
        .bind("id", job.id())
        .execute();
  }

  private static Optional<Held> hold(Handle handle, Job job, String condition, Object value) {
    String sql =
        """
        SELECT user_id, exercise_id, judge, tries, queued_at, judging_since, event_number,
          traceparent
        FROM <table>
        WHERE id = :id AND status = 'judging' AND <condition>
        FOR UPDATE
        """;
    return handle
        .createQuery(sql)
        .define("table", job.lane().table())
        .define("condition", condition)
        .bind("id", job.id())
        .bind("value", value)
        .map((row, _) -> held(job, row))
        .findOne();
  }

  private static Held held(Job job, ResultSet row) throws SQLException {
    Timestamp since = row.getTimestamp("judging_since");
    return new Held(
        job,
        row.getLong("user_id"),
        row.getLong("exercise_id"),
        row.getString("judge"),
        row.getInt("tries"),
        row.getTimestamp("queued_at").toInstant(),
        since == null ? null : since.toInstant(),
        row.getLong("event_number"),
        row.getString("traceparent"));
  }
}
