package dev.touchstone.scores.queue;

import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.judging.ProgramFile;
import dev.touchstone.scores.queue.LeaseStore.Candidate;
import dev.touchstone.scores.wakeup.Wakeups;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes jobs out of the queue for several judges in one transaction: the first judge gets the job
 * whose turn it is. Thread-safe.
 */
final class Handout implements Dispatcher.Source {
  private final Jdbi jdbi;
  private final LeaseStore leases;
  private final LeasePolicy policy;
  private final Wakeups wakeups;
  private final QueueMetrics metrics;
  private final JobSpans spans;
  private final Clock clock;
  private final LaneOrder order = new LaneOrder();

  Handout(
      Jdbi jdbi,
      LeaseStore leases,
      LeasePolicy policy,
      Wakeups wakeups,
      QueueMetrics metrics,
      JobSpans spans,
      Clock clock) {
    this.jdbi = jdbi;
    this.leases = leases;
    this.policy = policy;
    this.wakeups = wakeups;
    this.metrics = metrics;
    this.spans = spans;
    this.clock = clock;
  }

  /** What kind of work judges take: those with the same are served together. */
  record Wish(List<String> languages, List<Lane> lanes) {
    static Wish of(WorkRequest request) {
      return new Wish(
          request.languages().stream().sorted().distinct().toList(),
          request.lanes().stream().sorted().distinct().toList());
    }
  }

  @Override
  public List<Optional<Lease>> give(Wish wish, List<String> judges) {
    return jdbi.inTransaction(handle -> {
      // The index in the order of turns is right however many jobs the last analysis found. Where
      // it
      // found few, the plan would otherwise be to sort the whole queue for each lease.
      handle.execute("SET LOCAL enable_sort = off");
      Round round = new Round(handle, wish, judges, clock.instant());
      int all = judges.size();
      if (wish.lanes().contains(Lane.SUBMISSION)) {
        boolean both = wish.lanes().contains(Lane.RUN);
        round.serve(Lane.RUN, both ? all - order.submissionsFirst(all) : 0);
        round.serve(Lane.SUBMISSION, all);
      }
      if (wish.lanes().contains(Lane.RUN)) {
        round.serve(Lane.RUN, all);
      }
      if (wish.lanes().contains(Lane.CHECK)) {
        round.serve(Lane.CHECK, all); // what learners wait for comes first
      }
      order.given(round.given(Lane.RUN), round.given(Lane.SUBMISSION));
      wakeups.jobsChanged(handle, round.jobs);
      return round.leases();
    });
  }

  /** One transaction. */
  private final class Round {
    private final Handle handle;
    private final Wish wish;
    private final List<String> judges;
    private final Instant now;

    /** By the place of the judge. */
    private final Map<Integer, Lease> given = new HashMap<>();

    private final List<Job> jobs = new ArrayList<>();

    Round(Handle handle, Wish wish, List<String> judges, Instant now) {
      this.handle = handle;
      this.wish = wish;
      this.judges = judges;
      this.now = now;
    }

    List<Optional<Lease>> leases() {
      List<Optional<Lease>> all = new ArrayList<>();
      for (int i = 0; i < judges.size(); i++) {
        all.add(Optional.ofNullable(given.get(i)));
      }
      return all;
    }

    int given(Lane lane) {
      return (int) jobs.stream().filter(job -> job.lane() == lane).count();
    }

    /** Gives jobs of a lane to judges who have none yet. */
    void serve(Lane lane, int most) {
      List<Integer> free = new ArrayList<>();
      for (int i = 0; i < judges.size(); i++) {
        if (!given.containsKey(i)) {
          free.add(i);
        }
      }
      int limit = Math.min(most, free.size());
      if (limit == 0) {
        return;
      }
      List<String> names = free.stream().map(judges::get).distinct().toList();
      Map<Long, Integer> chosen =
          match(leases.candidates(handle, lane, wish.languages(), names, now, limit), free);
      if (!chosen.isEmpty()) {
        take(lane, chosen);
      }
    }

    /** The judge of each job: the first who may have it. */
    private Map<Long, Integer> match(List<Candidate> candidates, List<Integer> free) {
      Map<Long, Integer> chosen = new LinkedHashMap<>();
      for (Candidate candidate : candidates) {
        for (Integer judge : free) {
          if (!judges.get(judge).equals(candidate.excludedJudge())) {
            chosen.put(candidate.id(), judge);
            free.remove((Object) judge);
            break;
          }
        }
      }
      return chosen;
    }

    private void take(Lane lane, Map<Long, Integer> chosen) {
      List<LeaseStore.Taken> taken =
          leases.take(
              handle,
              lane,
              List.copyOf(chosen.keySet()),
              chosen.values().stream().map(judges::get).toList(),
              now,
              now.plus(policy.duration()));
      for (LeaseStore.Taken work : taken) {
        Job job = new Job(lane, work.id());
        jobs.add(job);
        given.put(chosen.get(work.id()), lease(job, work));
        Duration waited = Duration.between(work.queuedAt(), now);
        handle.afterCommit(() -> {
          metrics.leased(lane, waited);
          spans.waited(lane, work, now);
        });
      }
    }
  }

  private Lease lease(Job job, LeaseStore.Taken taken) {
    return new Lease(
        job.name(),
        taken.fencingToken(),
        job.lane().kind(),
        taken.exerciseId(),
        taken.exerciseRevision(),
        taken.language(),
        taken.program().files().stream().map(ProgramFile::forJudge).toList(),
        taken.program().input(),
        policy.heartbeatMillis(),
        taken.traceparent());
  }
}
