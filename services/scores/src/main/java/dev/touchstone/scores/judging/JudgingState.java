package dev.touchstone.scores.judging;

import dev.touchstone.judgeprotocol.Verdict;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jspecify.annotations.Nullable;

/**
 * The columns that submissions and runs have in common. A result that is being replaced does not
 * show: until {@code status} is final there is none.
 *
 * @param judgingError why judges failed; not for learners
 * @param queuedEvent the number of the event that put it into the queue last
 * @param stateEvent the number of the last event that was not a test
 * @param lastEvent the number of the last event
 */
public record JudgingState(
    @Nested Job job,
    long userId,
    long exerciseId,
    int exerciseRevision,
    String language,
    Status status,
    Instant submittedAt,
    @Nullable Instant judgedAt,
    @ColumnName("result_status") @Nullable Verdict verdict,
    @Nullable String compileOutput,
    @Nullable Integer testsTotal,
    @ColumnName("execution_time_ms") @Nullable Long timeMs,
    @Nullable Long memoryKib,
    @Nullable String feedbackMessage,
    @Nullable String judgingError,
    long queuedEvent,
    long stateEvent,
    @ColumnName("event_number") long lastEvent) {
  private static final String COLUMNS =
      """
       AS lane, id, user_id, exercise_id, exercise_revision, language, status, submitted_at,
      judged_at, result_status, compile_output, tests_total, execution_time_ms, memory_kib,
      feedback_message, judging_error, queued_event, state_event, event_number\
      """;

  /** Drops what does not show. */
  public JudgingState {
    if (!status.isFinal()) {
      judgedAt = null;
      timeMs = null;
      memoryKib = null;
      feedbackMessage = null;
    }
    verdict = shown(status, verdict);
  }

  /** What a query of the lane's table selects for this record; the program is not among it. */
  public static String columns(Lane lane) {
    return "'" + lane.wireName() + "'" + COLUMNS;
  }

  /** The result of judging; the row of a failed rejudging still has the previous verdict. */
  private static @Nullable Verdict shown(Status status, @Nullable Verdict stored) {
    return switch (status) {
      case QUEUED, JUDGING, CANCELLED -> null;
      case JUDGED -> stored;
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
