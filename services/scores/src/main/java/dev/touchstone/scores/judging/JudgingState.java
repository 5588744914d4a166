package dev.touchstone.scores.judging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns that submissions and runs have in common.
 *
 * @param verdict null until {@code status} is final
 * @param judgingError why judges failed; not for learners
 * @param queuedEvent the number of the event that put it into the queue last
 * @param stateEvent the number of the last event that was not a test
 * @param lastEvent the number of the last event
 */
public record JudgingState(
    Job job,
    long userId,
    long exerciseId,
    int exerciseRevision,
    String language,
    Status status,
    Instant submittedAt,
    @Nullable Instant judgedAt,
    @Nullable Verdict verdict,
    @Nullable String compileOutput,
    @Nullable Integer testsTotal,
    @Nullable Long timeMs,
    @Nullable Long memoryKib,
    @Nullable String feedbackMessage,
    @Nullable String judgingError,
    long queuedEvent,
    long stateEvent,
    long lastEvent) {
  /** Reads a row of the lane's table. A result that is being replaced does not show. */
  public static JudgingState read(Lane lane, ResultSet row) throws SQLException {
    String name = row.getString("status");
    Status status =
        Status.of(name).orElseThrow(() -> new IllegalStateException("unknown status " + name));
    boolean done = status.isFinal();
    return new JudgingState(
        new Job(lane, row.getLong("id")),
        row.getLong("user_id"),
        row.getLong("exercise_id"),
        row.getInt("exercise_revision"),
        row.getString("language"),
        status,
        row.getTimestamp("submitted_at").toInstant(),
        done ? row.getTimestamp("judged_at").toInstant() : null,
        verdict(status, row),
        row.getString("compile_output"),
        row.getObject("tests_total", Integer.class),
        done ? row.getObject("execution_time_ms", Long.class) : null,
        done ? row.getObject("memory_kib", Long.class) : null,
        done ? row.getString("feedback_message") : null,
        row.getString("judging_error"),
        row.getLong("queued_event"),
        row.getLong("state_event"),
        row.getLong("event_number"));
  }

  /** What judging came to; the row of a rejudging that failed still holds the verdict before. */
  private static @Nullable Verdict verdict(Status status, ResultSet row) throws SQLException {
    return switch (status) {
      case QUEUED, JUDGING -> null;
      case JUDGED -> Verdict.valueOf(row.getString("result_status"));
      case JUDGE_ERROR -> Verdict.JE;
    };
  }

  /** How this looked when it was put into the queue last. */
  public JudgingState asQueued() {
    return new JudgingState(
        job,
        userId,
        exerciseId,
        exerciseRevision,
        language,
        Status.QUEUED,
        submittedAt,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        queuedEvent,
        queuedEvent,
        queuedEvent);
  }

  /** What the person may read about how judging went. */
  public Optional<String> message(boolean mayReadErrors) {
    return Optional.ofNullable(
        status == Status.JUDGE_ERROR && mayReadErrors ? judgingError : feedbackMessage);
  }
}
