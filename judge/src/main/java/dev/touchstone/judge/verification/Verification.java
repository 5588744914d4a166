package dev.touchstone.judge.verification;

import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.judge.verdict.Judgement;
import dev.touchstone.judge.verdict.Progress;
import dev.touchstone.judge.verdict.Scope;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ExampleSubmission;
import dev.touchstone.problempackage.FormatVersion;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The check of one submission of a package.
 *
 * @param problem the package's name
 * @param submission its name within the package
 * @param outcome whether it got the expected verdict
 * @param expected in words
 * @param verdict what it got; null where it was not judged
 * @param timeFactor by which its language multiplies the time limit
 * @param detail what differs, or why it was skipped; empty for nothing
 */
public record Verification(
    String problem,
    String submission,
    Outcome outcome,
    String expected,
    @Nullable Verdict verdict,
    double points,
    long cpuMs,
    double timeFactor,
    String detail) {
  private static final double TOLERANCE = 1e-6;

  /** The time that counts for the limit, without the factor of the language. */
  public long baseMs() {
    return Math.round(cpuMs / timeFactor);
  }

  /** How a check can end. */
  public enum Outcome {
    /** It got the verdict. */
    OK,
    /** It got another one. */
    DIFFERS,
    /** It was not judged. */
    SKIPPED
  }

  /** Judges a submission and compares. */
  static Verification of(
      ProblemPackage problem,
      ExampleSubmission submission,
      Judge judge,
      Languages languages,
      Progress progress)
      throws IOException {
    ExpectedVerdicts expected = ExpectedVerdicts.of(submission);
    String text = expected.text() + (submission.rules().isEmpty() ? "" : " submissions.yaml");
    Optional<String> obstacle = obstacle(submission, expected);
    Sources sources = Sources.of(submission);
    Optional<Language> language = sources.language(languages, submission.language());
    if (obstacle.isEmpty() && language.isEmpty()) {
      obstacle = Optional.of("its language is unknown");
    }
    if (obstacle.isEmpty() && languages.find(language.orElseThrow().id()).isEmpty()) {
      obstacle = Optional.of(language.get().name() + " is not installed");
    }
    if (obstacle.isPresent()) {
      return new Verification(
          problem.presentation().slug(),
          submission.name(),
          Outcome.SKIPPED,
          text.strip(),
          null,
          0,
          0,
          1,
          obstacle.get());
    }
    Judgement judgement =
        judge.judge(
            problem,
            sources.read(language.orElseThrow(), problem, submission.entryPoint()),
            scope(problem, submission, expected),
            progress);
    List<String> differences = differences(problem, submission, expected, judgement);
    return new Verification(
        problem.presentation().slug(),
        submission.name(),
        differences.isEmpty() ? Outcome.OK : Outcome.DIFFERS,
        text.strip(),
        judgement.verdict(),
        judgement.points(),
        judgement.cpuMs(),
        language.orElseThrow().factors().time(),
        detail(differences, judgement, notes(problem, language.orElseThrow(), expected)));
  }

  private static String detail(List<String> differences, Judgement judgement, List<String> notes) {
    List<String> parts = new ArrayList<>(differences);
    if (!differences.isEmpty()) {
      parts.set(parts.size() - 1, parts.getLast() + explanation(judgement));
    }
    parts.addAll(notes);
    return String.join("; ", parts);
  }

  /** What its author should know, though the submission is judged. */
  private static List<String> notes(
      ProblemPackage problem, Language language, ExpectedVerdicts expected) {
    List<String> notes = new ArrayList<>();
    if (!expected.contradiction().isEmpty()) {
      notes.add("its header says " + expected.contradiction() + ", but its folder counts");
    }
    List<String> allowed = problem.presentation().languages();
    if (!allowed.isEmpty() && !allowed.contains(language.id())) {
      notes.add("learners can't submit " + language.name());
    }
    return notes;
  }

  private static Optional<String> obstacle(
      ExampleSubmission submission, ExpectedVerdicts expected) {
    if (expected.byHand()) {
      return Optional.of("it must be checked by hand (CHECK-MANUALLY)");
    }
    boolean nothing = expected.saysNothing() && submission.rules().isEmpty();
    return nothing ? Optional.of("no verdict is expected of it") : Optional.empty();
  }

  private static Scope scope(
      ProblemPackage problem, ExampleSubmission submission, ExpectedVerdicts expected) {
    if (!submission.rules().isEmpty()) {
      return Scope.EVERYTHING;
    }
    return problem.scoring() ? Scope.DECIDING : expected.scope();
  }

  private static List<String> differences(
      ProblemPackage problem,
      ExampleSubmission submission,
      ExpectedVerdicts expected,
      Judgement judgement) {
    List<String> differences = new ArrayList<>();
    if (!expected.unknown().isEmpty()) {
      differences.add("its header has unknown words " + expected.unknown());
    }
    boolean any = expected.verdicts().isEmpty() && judgement.verdict() != Verdict.JE;
    if (!any && !expected.verdicts().contains(judgement.verdict())) {
      differences.add("got " + judgement.verdict());
    }
    double score = expected.score().orElse(judgement.points());
    if (Math.abs(score - judgement.points()) > TOLERANCE) {
      differences.add("got " + Points.text(judgement.points()) + " points");
    }
    if (expected.partial() && !isPartial(problem, judgement)) {
      differences.add(
          "got " + judgement.verdict() + " with " + Points.text(judgement.points()) + " points");
    }
    RuleCheck check = new RuleCheck(judgement);
    submission.rules().forEach(rule -> differences.addAll(check.violations(rule)));
    return differences;
  }

  private static boolean isPartial(ProblemPackage problem, Judgement judgement) {
    boolean less = judgement.points() < judgement.maxPoints() - TOLERANCE;
    return problem.version() == FormatVersion.LEGACY
        ? judgement.verdict() == Verdict.AC && less
        : judgement.points() > 0 && less;
  }

  private static String explanation(Judgement judgement) {
    String first =
        judgement.tests().stream()
            .filter(test -> test.verdict() != Verdict.AC)
            .findFirst()
            .map(test -> " (" + test.name() + ": " + test.verdict() + ")")
            .orElse("");
    return first
        + (judgement.message().isEmpty() ? "" : " " + judgement.message())
        + (judgement.verdict() == Verdict.CE ? " " + judgement.compileOutput() : "");
  }
}
