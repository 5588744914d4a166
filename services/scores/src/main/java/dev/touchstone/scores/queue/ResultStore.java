package dev.touchstone.scores.queue;

import dev.touchstone.judgeprotocol.ResultReport;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platformdata.database.StorableText;
import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.JudgedTest;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.judging.ProgramOutput;
import dev.touchstone.scores.judging.TestStore;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** Stores how judging ended; the caller holds the job. Thread-safe. */
final class ResultStore {
  private ResultStore() {}

  /** Stores a verdict with all that belongs to it. */
  static void judged(Handle handle, Job job, long event, ResultReport result, Instant now) {
    List<JudgedTest> tests = result.tests().stream().map(JudgedTest::of).toList();
    String sql =
        """
        UPDATE <table>
        SET status = 'judged', leased_until = NULL, judging_error = NULL, excluded_until = NULL,
            compile_output = :compile, tests_total = coalesce(tests_total, :tests),
            result_status = :verdict, execution_time_ms = :time, memory_kib = :memory,
            feedback_message = :message, judged_at = :now,
            event_number = event_number + :tests + 1, state_event = event_number + :tests + 1,
            <result>
        WHERE id = :job
        """;
    TestStore.replaceWith(handle, job, event, tests, sql)
        .define("table", job.lane().table())
        .define("result", ofLane(job.lane()))
        .bind("share", share(result))
        .bind("output", output(result))
        .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
        .bind("compile", StorableText.of(result.compileOutput()))
        .bind("tests", tests.size())
        .bind("verdict", result.verdict().name())
        .bind("time", result.cpuMs())
        .bind("memory", result.memoryKib())
        .bind("message", StorableText.of(result.feedbackMessage()))
        .bind("now", now)
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
      case SUBMISSION -> "score_points = round(exercise_points * CAST(:share AS numeric), 2)";
      case RUN, CHECK -> "output = coalesce(CAST(:output AS jsonb), output)";
    };
  }

  /** The share of the exercise's points that was won, from 0 to 1. */
  private static double share(ResultReport result) {
    return result.maxPoints() > 0
        ? Math.clamp(result.points() / result.maxPoints(), 0, 1)
        : (result.verdict().isAccepted() ? 1 : 0);
  }

  private static @Nullable String output(ResultReport result) {
    return result.output() == null
        ? null
        : Json.MAPPER.writeValueAsString(ProgramOutput.of(result.output()));
  }
}
