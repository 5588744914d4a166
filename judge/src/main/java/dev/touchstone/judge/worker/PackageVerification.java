package dev.touchstone.judge.worker;

import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.judge.verdict.Progress;
import dev.touchstone.judge.verification.ComputedLimit;
import dev.touchstone.judge.verification.Verification;
import dev.touchstone.judge.verification.Verification.Outcome;
import dev.touchstone.judge.verification.Verifier;
import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.judgeprotocol.ResultReport;
import dev.touchstone.judgeprotocol.TestFeedback;
import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ExampleSubmission;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.reading.PackageReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Verifies a package for its author, as {@code touchstone verify} does. It reports a row for each
 * test of each submission, whose group is the submission, and one without a group for each
 * submission: the points are 1 if it got its verdict, and JE means that it was not judged. A
 * computed time limit is a row with the name of the file that keeps it. Used once, by one thread.
 */
final class PackageVerification implements Verifier.Listener {
  /** Rows of tests beyond this are left out, so that the report stays small. */
  private static final int MOST_TESTS = 5_000;

  /** After that no submission is begun, so that learners get the judge back. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private final ProblemPackage problem;
  private final Judge judge;
  private final Languages languages;
  private final Progress author;
  private final Duration longest;
  private final long start = System.nanoTime();
  private final List<TestResult> rows = new ArrayList<>();
  private final List<Verification> results = new ArrayList<>();

  PackageVerification(ProblemPackage problem, Judge judge, Languages languages, Progress author) {
    this(problem, judge, languages, author, LONGEST);
  }

  PackageVerification(
      ProblemPackage problem, Judge judge, Languages languages, Progress author, Duration longest) {
    this.longest = longest;
    this.problem = problem;
    this.judge = judge;
    this.languages = languages;
    this.author = author;
  }

  /** Judges every submission of the package. */
  ResultReport result(Lease lease) {
    author.testsTotal(problem.submissions().size() * (problem.cases().size() + 1));
    Verifier verifier = new Verifier(List.of(problem), judge, languages, Runnable::run, this);
    boolean ended = true;
    try {
      verifier.verify();
    } catch (TooLongException e) {
      ended = false;
      add(
          whole(
              e.submission,
              Verdict.JE,
              0,
              0,
              "skipped: the check took longer than " + longest.toMinutes() + " minutes"));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    verifier.limits().forEach(this::limit);
    long ok = count(results, Outcome.OK);
    long differing = count(results, Outcome.DIFFERS);
    String summary =
        "%d as expected, %d different, %d skipped"
            .formatted(ok, differing, count(results, Outcome.SKIPPED));
    return report(
        lease,
        ended && ok > 0 && differing == 0 ? Verdict.AC : Verdict.WA,
        ok,
        ended ? summary : summary + ", the others not judged in time");
  }

  /** For a draft that was changed or deleted while its check waited. */
  static ResultReport overtaken(Lease lease) {
    return new ResultReport(
        lease.fencingToken(),
        Verdict.WA,
        0,
        0,
        0,
        0,
        0,
        null,
        "The draft was changed or deleted before it was checked.",
        List.of(),
        null);
  }

  private ResultReport report(Lease lease, Verdict verdict, long ok, String summary) {
    return new ResultReport(
        lease.fencingToken(),
        verdict,
        ok,
        results.size(),
        results.stream().mapToLong(Verification::cpuMs).max().orElse(0),
        0,
        0,
        null,
        summary,
        rows,
        null);
  }

  /** Ends the verification before a submission. */
  private static final class TooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String submission;

    TooLongException(String submission) {
      super(submission);
      this.submission = submission;
    }
  }

  @Override
  public void known(Verification result) {
    results.add(result);
    Verdict verdict = result.verdict();
    String message =
        result.outcome() == Outcome.SKIPPED
            ? "skipped: " + result.detail()
            : "expected "
                + result.expected()
                + (result.detail().isEmpty() ? "" : ": ")
                + result.detail();
    add(
        whole(
            result.submission(),
            verdict == null ? Verdict.JE : verdict,
            result.outcome() == Outcome.OK ? 1 : 0,
            result.cpuMs(),
            message));
  }

  @Override
  public Progress progress(ExampleSubmission submission) {
    if (System.nanoTime() - start > longest.toNanos()) {
      throw new TooLongException(submission.name());
    }
    return new Progress() {
      @Override
      public void compiled(boolean ok, String output) {}

      @Override
      public void testsTotal(int count) {}

      @Override
      public void tested(TestResult test) {
        if (rows.size() < MOST_TESTS) {
          add(
              new TestResult(
                  rows.size() + 1,
                  test.name(),
                  submission.name(),
                  true,
                  test.verdict(),
                  test.points(),
                  test.timeMs(),
                  test.wallMs(),
                  test.memoryKib(),
                  test.exitCode(),
                  test.signal(),
                  null));
        }
      }
    };
  }

  private void limit(ComputedLimit computed) {
    add(
        whole(
            PackageReader.TIME_LIMIT_FILE,
            Verdict.AC,
            0,
            computed.limit().toMillis(),
            "computed from " + computed.submission()));
  }

  private TestResult whole(
      String name, Verdict verdict, double points, long timeMs, String message) {
    return new TestResult(
        rows.size() + 1,
        name,
        "",
        true,
        verdict,
        points,
        timeMs,
        null,
        null,
        null,
        null,
        new TestFeedback(message, null, null, null, null));
  }

  private void add(TestResult row) {
    rows.add(row);
    author.tested(row);
  }

  private static long count(List<Verification> results, Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }
}
