package dev.touchstone.scores.supervision;

import dev.touchstone.judgeprotocol.ExerciseTerms;
import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platform.http.Page;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.scores.exercise.Exercises;
import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.judging.QueueLength;
import dev.touchstone.scores.queue.QueueMetrics;
import dev.touchstone.scores.supervision.JudgeStore.LeasedJob;
import dev.touchstone.scores.supervision.JudgeStore.StoredJudge;
import dev.touchstone.scores.wakeup.Wakeups;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Shows how judging goes, and queues again what failed. Thread-safe. */
public final class SupervisionService {
  /** A judge waits for a minute at most, and that is noted within another. */
  private static final Duration SILENT = Duration.ofMinutes(3);

  private final Jdbi jdbi;
  private final Exercises exercises;
  private final QueueMetrics metrics;
  private final Duration lease;
  private final Wakeups wakeups;
  private final Clock clock;

  /**
   * Creates the service.
   *
   * @param lease how long a lease lives after its last heartbeat
   */
  public SupervisionService(
      Jdbi jdbi,
      Exercises exercises,
      QueueMetrics metrics,
      Duration lease,
      Wakeups wakeups,
      Clock clock) {
    this.jdbi = jdbi;
    this.exercises = exercises;
    this.metrics = metrics;
    this.lease = lease;
    this.wakeups = wakeups;
    this.clock = clock;
  }

  /**
   * What was queued again.
   *
   * @param skippedExercises exercises that no longer exist; their submissions remain failed
   */
  record Retried(int queued, List<Long> skippedExercises) {}

  /** The judges of the last day, by name. */
  List<JudgeView> judges() {
    return jdbi.withHandle(handle -> {
      Map<String, List<LeasedJob>> leased =
          Arrays.stream(Lane.values())
              .flatMap(lane -> JudgeStore.leased(handle, lane).stream())
              .collect(Collectors.groupingBy(LeasedJob::judge));
      Instant now = clock.instant();
      return JudgeStore.judges(handle).stream()
          .map(judge -> view(judge, leased.getOrDefault(judge.name(), List.of()), now))
          .toList();
    });
  }

  /** The queues as they are now. */
  List<LaneView> queue() {
    return jdbi.withHandle(handle ->
        Arrays.stream(Lane.values())
            .map(lane -> LaneView.of(lane, QueueLength.of(handle, lane), metrics.lately(lane)))
            .toList());
  }

  /** Lists submissions that no judge could judge, the newest first. */
  Page<FailureView> failures(long before, int limit) {
    List<FailureView> found =
        jdbi.withHandle(handle -> FailureStore.before(handle, before, limit + 1));
    boolean more = found.size() > limit;
    List<FailureView> shown = more ? found.subList(0, limit) : found;
    return new Page<>(
        shown, more ? Cursor.of(Long.toString(shown.getLast().submissionId())) : null);
  }

  /**
   * Queues failed submissions again, on the current revisions of their exercises.
   *
   * @param chosen their ids; without, all
   */
  Retried retry(Optional<List<Long>> chosen) {
    boolean all = chosen.isEmpty();
    List<Long> ids = chosen.orElse(List.of());
    List<Long> skipped = new ArrayList<>();
    int queued = 0;
    for (long exerciseId : jdbi.withHandle(handle -> FailureStore.exercises(handle, all, ids))) {
      Optional<ExerciseTerms> exercise = existing(exerciseId);
      if (exercise.isEmpty()) {
        skipped.add(exerciseId);
        continue;
      }
      queued += retry(exercise.get(), all, ids);
    }
    return new Retried(queued, skipped);
  }

  private int retry(ExerciseTerms exercise, boolean all, List<Long> ids) {
    return jdbi.inTransaction(handle -> {
      List<Long> queued = FailureStore.retry(handle, exercise, all, ids, clock.instant());
      wakeups.queueChanged(handle);
      wakeups.jobsChanged(handle, queued.stream().map(id -> new Job(Lane.SUBMISSION, id)).toList());
      return queued.size();
    });
  }

  private Optional<ExerciseTerms> existing(long exerciseId) {
    try {
      return Optional.of(exercises.find(exerciseId));
    } catch (ProblemException e) {
      if (e.status() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private JudgeView view(StoredJudge judge, List<LeasedJob> leased, Instant now) {
    List<LeasedJob> alive = leased.stream().filter(job -> job.leasedUntil().isAfter(now)).toList();
    Instant lastSeen =
        Stream.concat(
                Stream.of(judge.seenAt()),
                leased.stream().map(job -> job.leasedUntil().minus(lease)))
            .max(Instant::compareTo)
            .orElse(judge.seenAt());
    boolean gone = alive.isEmpty() && lastSeen.isBefore(now.minus(SILENT));
    return new JudgeView(
        judge.name(),
        judge.languages(),
        judge.lanes(),
        judge.since(),
        lastSeen,
        alive.isEmpty() ? (gone ? "gone" : "waiting") : "judging",
        alive.stream()
            .map(job ->
                new JudgeView.JobView(
                    job.lane(), job.id(), job.exerciseId(), job.language(), job.judgingSince()))
            .toList(),
        judge.judged(),
        judge.failed());
  }
}
