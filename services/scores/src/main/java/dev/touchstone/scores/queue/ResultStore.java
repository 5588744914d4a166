package dev.touchstone.scores.queue;

import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Stores how judging ended; the caller holds the jobs. Thread-safe. */
final class ResultStore {
  /** However many jobs and tests there are; a test that is known with the same result stays. */
  private static final String JUDGED =
      """
      WITH given AS (
        SELECT * FROM unnest(:testJobs, :places, :events, :results)
          AS test (job_id, test_index, event_number, result)
      ), stored AS (
        INSERT INTO <tests> AS known (job_id, test_index, event_number, result)
        SELECT job_id, test_index, event_number, CAST(result AS jsonb) FROM given
        ON CONFLICT (job_id, test_index) DO UPDATE
        SET event_number = excluded.event_number, result = excluded.result
        WHERE known.result <> excluded.result
      ), dropped AS (
        DELETE FROM <tests> AS known
        WHERE job_id = ANY(:jobs)
          AND NOT EXISTS (
            SELECT FROM given
            WHERE given.job_id = known.job_id AND given.test_index = known.test_index)
      )
      UPDATE <table> AS job
      SET status = 'judged', leased_until = NULL, judging_error = NULL, excluded_until = NULL,
          compile_output = judged.compile_output, tests_total = coalesce(tests_total, judged.tests),
          result_status = judged.verdict, execution_time_ms = judged.time,
          memory_kib = judged.memory, feedback_message = judged.message, judged_at = :now,
          event_number = event_number + judged.tests + 1,
          state_event = event_number + judged.tests + 1, <result>
      FROM unnest(:jobs, :compileOutputs, :tests, :verdicts, :times, :memories, :messages, :shares,
          :outputs)
        AS judged (id, compile_output, tests, verdict, time, memory, message, share, output)
      WHERE job.id = judged.id
      """;

  private ResultStore() {}

  /** A job that the caller holds, and its result. */
  record HeldResult(LeaseStore.Held held, JudgedJob result) {}

  /** Stores the verdicts of jobs of one lane, with all that belongs to them. */
  static void judged(Handle handle, Lane lane, List<HeldResult> results, Instant now) {
    Update statement =
        handle
            .createUpdate(JUDGED)
            .define("table", lane.table())
            .define("tests", lane.testsTable())
            .define("result", ofLane(lane))
            .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
            .bind("now", now);
    bindTests(statement, results);
    List<JudgedJob> judged = results.stream().map(HeldResult::result).toList();
    statement
        .bindArray("jobs", Long.class, each(judged, result -> result.job().id()))
        .bindArray("compileOutputs", String.class, each(judged, JudgedJob::compileOutput))
        .bindArray("tests", Integer.class, each(judged, result -> result.tests().size()))
        .bindArray("verdicts", String.class, each(judged, result -> result.verdict().name()))
        .bindArray("times", Long.class, each(judged, JudgedJob::timeMs))
        .bindArray("memories", Long.class, each(judged, JudgedJob::memoryKib))
        .bindArray("messages", String.class, each(judged, JudgedJob::message))
        .bindArray("shares", Double.class, each(judged, JudgedJob::share))
        .bindArray("outputs", String.class, each(judged, JudgedJob::output))
        .execute();
  }

  /**
   * Gives up on a job. A submission that was judged before keeps its score and verdict, which still
   * count for its learner; only the row's status shows that judging failed.
   */
  static void failed(Handle handle, Job job, String error, Instant now) {
    String sql =
        """
        UPDATE <table>
        SET status = 'judge_error', leased_until = NULL, excluded_until = NULL,
            judging_error = :error, fencing_token = fencing_token + 1, compile_output = NULL,
            result_status = <verdict>, execution_time_ms = NULL, memory_kib = NULL,
            feedback_message = NULL, judged_at = :now,
            event_number = event_number + 1, state_event = event_number + 1
        WHERE id = :id
        """;
    handle
        .createUpdate(sql)
        .define("table", job.lane().table())
        .define("verdict", verdictAfterFailure(job.lane()))
        .bind("error", error)
        .bind("now", now)
        .bind("id", job.id())
        .execute();
  }

  /** The tests have the numbers that follow the last event of their job. */
  private static void bindTests(Update statement, List<HeldResult> results) {
    List<Long> jobs = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<Long> events = new ArrayList<>();
    List<String> tests = new ArrayList<>();
    for (HeldResult each : results) {
      long event = each.held().event();
      for (JudgedJob.Test test : each.result().tests()) {
        jobs.add(each.result().job().id());
        places.add(test.place());
        events.add(++event);
        tests.add(test.result());
      }
    }
    statement
        .bindArray("testJobs", Long.class, jobs)
        .bindArray("places", Integer.class, places)
        .bindArray("events", Long.class, events)
        .bindArray("results", String.class, tests);
  }

  /** One column; nulls stay. */
  private static <T extends @Nullable Object> List<T> each(
      List<JudgedJob> results, Function<JudgedJob, T> column) {
    return results.stream().map(column).toList();
  }

  /** Only submissions that were judged have points. */
  private static String verdictAfterFailure(Lane lane) {
    return switch (lane) {
      case SUBMISSION -> "CASE WHEN score_points IS NULL THEN 'JE' ELSE result_status END";
      case RUN, CHECK -> "'JE'";
    };
  }

  /** What only one of the tables has. */
  private static String ofLane(Lane lane) {
    return switch (lane) {
      case SUBMISSION -> "score_points = round(exercise_points * CAST(judged.share AS numeric), 2)";
      case RUN, CHECK -> "output = coalesce(CAST(judged.output AS jsonb), job.output)";
    };
  }
}
