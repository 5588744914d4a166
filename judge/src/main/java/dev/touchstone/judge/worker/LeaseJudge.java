package dev.touchstone.judge.worker;

import dev.touchstone.judge.compile.Submission;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.judge.verdict.JudgeError;
import dev.touchstone.judge.verdict.Judgement;
import dev.touchstone.judge.verdict.LearnersView;
import dev.touchstone.judge.verdict.Progress;
import dev.touchstone.judge.verdict.Run;
import dev.touchstone.judge.verdict.Scope;
import dev.touchstone.judgeprotocol.JobKind;
import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.judgeprotocol.ResultReport;
import dev.touchstone.judgeprotocol.RunOutput;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Judges leased submissions and runs against the packages of their exercises. Thread-safe. */
final class LeaseJudge implements LeasedWork {
  private final PackageCache packages;
  private final Judge judge;
  private final Languages languages;

  LeaseJudge(PackageCache packages, Judge judge, Languages languages) {
    this.packages = packages;
    this.judge = judge;
    this.languages = languages;
  }

  @Override
  public ResultReport result(Lease lease, Progress progress) {
    Phases phases = new Phases();
    ResultReport result =
        lease.kind() == JobKind.CHECK
            ? checked(lease, progress, phases)
            : result(lease, progress, phases);
    return lease.traceparent() == null ? result : result.with(phases.list());
  }

  private ResultReport result(Lease lease, Progress progress, Phases phases) {
    try {
      Optional<Language> language = languages.find(lease.language());
      if (language.isEmpty()) {
        return failed(lease, "The language " + lease.language() + " is not installed.");
      }
      Submission submission = new Submission(language.get(), files(lease, language.get()));
      try (PackageCache.Use use = packages.open(lease.exerciseId(), lease.exerciseRevision())) {
        phases.end("fetch");
        return lease.input() == null
            ? judged(lease, use.problem(), submission, progress, phases)
            : ran(lease, use.problem(), submission, lease.input(), phases);
      }
    } catch (ServiceClient.Unavailable e) {
      throw e;
    } catch (IOException | PackageException | RuntimeException | Error e) {
      // An error, too: whatever a submission did, the worker continues with the next.
      JudgeError.log("exercise-" + lease.exerciseId(), e);
      return failed(lease, JudgeError.explain(e));
    }
  }

  private ResultReport checked(Lease lease, Progress progress, Phases phases) {
    try (PackageCache.Use use = packages.open(lease.exerciseId(), lease.exerciseRevision())) {
      phases.end("fetch");
      ResultReport result =
          new PackageVerification(use.problem(), judge, languages, progress).result(lease);
      phases.end("verify");
      return result;
    } catch (PackageCache.NoRevisionException e) { // its author has gone on: no judge failed
      return PackageVerification.overtaken(lease);
    } catch (ServiceClient.Unavailable e) {
      throw e;
    } catch (IOException | PackageException | RuntimeException | Error e) {
      JudgeError.log("draft-" + -lease.exerciseId(), e);
      return failed(lease, JudgeError.explain(e));
    }
  }

  private ResultReport judged(
      Lease lease,
      ProblemPackage problem,
      Submission submission,
      Progress progress,
      Phases phases) {
    LearnersView view = new LearnersView(problem, progress);
    Scope scope = lease.kind() == JobKind.RUN ? Scope.SAMPLES : Scope.DECIDING;
    Judgement judgement = view.of(judge.judge(problem, submission, scope, phases.before(view)));
    return new ResultReport(
        lease.fencingToken(),
        judgement.verdict(),
        judgement.points(),
        judgement.maxPoints(),
        judgement.cpuMs(),
        judgement.wallMs(),
        judgement.memoryKib(),
        judgement.compileOutput(),
        judgement.message().isEmpty() ? null : judgement.message(),
        judgement.tests(),
        null);
  }

  private ResultReport ran(
      Lease lease, ProblemPackage problem, Submission submission, String input, Phases phases)
      throws IOException {
    Run run = judge.run(problem, submission, input.getBytes(StandardCharsets.UTF_8));
    phases.end("run");
    return new ResultReport(
        lease.fencingToken(),
        run.verdict(),
        0,
        0,
        run.timeMs(),
        run.wallMs(),
        run.memoryKib(),
        run.compileOutput(),
        null,
        List.of(),
        run.verdict() == Verdict.CE ? null : output(run));
  }

  private static RunOutput output(Run run) {
    return new RunOutput(
        run.stdout(),
        run.stderr(),
        run.exitCode(),
        run.signal(),
        run.timeMs(),
        run.memoryKib(),
        run.truncated());
  }

  private static ResultReport failed(Lease lease, String message) {
    return new ResultReport(
        lease.fencingToken(), Verdict.JE, 0, 0, 0, 0, 0, "", message, List.of(), null);
  }

  /** A file without an extension, as when a learner sent only text, is the main file. */
  private static List<Submission.SourceFile> files(Lease lease, Language language) {
    return lease.files().stream()
        .map(file ->
            new Submission.SourceFile(
                file.name().contains(".") ? file.name() : language.sources().mainFile(),
                file.content().getBytes(StandardCharsets.UTF_8)))
        .toList();
  }
}
