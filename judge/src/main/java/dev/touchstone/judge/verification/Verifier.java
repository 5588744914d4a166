package dev.touchstone.judge.verification;

import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.judge.verdict.Progress;
import dev.touchstone.problempackage.ExampleSubmission;
import dev.touchstone.problempackage.ExampleSubmission.TimeBound;
import dev.touchstone.problempackage.ProblemPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * Verifies packages: first what their time limits follow from, then all other submissions. Used
 * once, by one thread, which takes the results of others.
 */
public final class Verifier {
  private final Judge judge;
  private final Languages languages;
  private final Executor executor;
  private final Listener listener;
  private final List<ProblemPackage> packages;
  private final List<ProblemPackage> limited = new ArrayList<>();
  private final List<ComputedLimit> limits = new ArrayList<>();

  /** Results by the places of the package and of the submission in it, so that they keep order. */
  private final Map<Integer, Map<Integer, Verification>> results = new TreeMap<>();

  /**
   * Creates a verifier.
   *
   * @param executor judges as many at once as it has threads
   * @param listener may be called by those threads
   */
  public Verifier(
      List<ProblemPackage> packages,
      Judge judge,
      Languages languages,
      Executor executor,
      Listener listener) {
    this.packages = packages;
    this.judge = judge;
    this.languages = languages;
    this.executor = executor;
    this.listener = listener;
  }

  /** Learns what happens. */
  public interface Listener {
    /** A submission is known, in no order. */
    void known(Verification result);

    /** Receives the progress of a submission that is about to be judged. */
    default Progress progress(ExampleSubmission submission) {
      return Progress.ignored();
    }
  }

  /** Judges all submissions; returns the results in the order of packages and submissions. */
  public List<Verification> verify() throws Exception {
    packages.forEach(problem -> limited.add(problem.withTime(ComputedLimit.CEILING)));
    judge(true);
    for (int i = 0; i < packages.size(); i++) {
      ProblemPackage problem = packages.get(i);
      var found =
          ComputedLimit.of(i, problem, List.copyOf(results.getOrDefault(i, Map.of()).values()));
      found.ifPresent(limits::add);
      limited.set(i, found.map(one -> problem.withTime(one.limit())).orElse(problem));
    }
    judge(false);
    return results.values().stream().flatMap(ofOne -> ofOne.values().stream()).toList();
  }

  /** The time limits that were computed. */
  public List<ComputedLimit> limits() {
    return List.copyOf(limits);
  }

  private record Placed(int problem, int submission, Verification result) {}

  private void judge(boolean settingBounds) throws Exception {
    CompletionService<Placed> completion = new ExecutorCompletionService<>(executor);
    int count = 0;
    for (int i = 0; i < limited.size(); i++) {
      ProblemPackage problem = limited.get(i);
      Predicate<ExampleSubmission> now =
          submission -> ComputedLimit.setsBound(problem, submission) == settingBounds;
      for (int j = 0; j < problem.submissions().size(); j++) {
        ExampleSubmission submission = problem.submissions().get(j);
        if (now.test(submission)) {
          int place = i;
          int inPackage = j;
          completion.submit(() ->
              new Placed(
                  place,
                  inPackage,
                  Verification.of(
                      bounded(problem, submission),
                      submission,
                      judge,
                      languages,
                      listener.progress(submission))));
          count++;
        }
      }
    }
    for (int i = 0; i < count; i++) {
      Placed placed = result(completion.take());
      results
          .computeIfAbsent(placed.problem(), _ -> new TreeMap<>())
          .put(placed.submission(), placed.result());
      listener.known(placed.result());
    }
  }

  /** What must be too slow must exceed a computed limit clearly. */
  private static ProblemPackage bounded(ProblemPackage problem, ExampleSubmission submission) {
    boolean upper = !problem.timeRule().given() && submission.bound() == TimeBound.UPPER;
    return upper ? problem.withTime(problem.timeRule().exceeded(problem.limits().time())) : problem;
  }

  private static Placed result(Future<Placed> future) throws Exception {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
