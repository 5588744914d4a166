package dev.touchstone.judge.command;

import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.judge.verdict.Judgement;
import dev.touchstone.judge.verdict.Progress;
import dev.touchstone.judge.verdict.Verdict;
import dev.touchstone.problempackage.ExampleSubmission;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * The check of one submission of a package.
 *
 * @param submission its name within the package
 * @param outcome whether it got what it must get
 * @param detail the verdict and what was expected, or why it was skipped
 */
record Verification(
    String problem, String submission, Outcome outcome, String detail, long cpuMs, long seconds) {
  /** How a check can end. */
  enum Outcome {
    OK,
    DIFFERS,
    SKIPPED
  }

  /** Judges a submission and compares. */
  static Verification of(
      ProblemPackage problem, ExampleSubmission submission, Judge judge, Languages languages)
      throws IOException {
    String slug = problem.presentation().slug();
    String name = submission.name();
    Optional<Set<Verdict>> expected = ExpectedVerdicts.of(submission);
    if (expected.isEmpty()) {
      return skipped(slug, name, "nothing says which verdict it must get");
    }
    Optional<Language> language = Sources.language(languages, submission.files(), Optional.empty());
    if (language.isEmpty()) {
      return skipped(slug, name, "its language is not known");
    }
    if (languages.find(language.get().id()).isEmpty()) {
      return skipped(slug, name, language.get().name() + " is not installed");
    }
    long start = System.nanoTime();
    Judgement judgement =
        judge.judge(
            problem, Sources.read(language.get(), submission.files()), false, Progress.ignored());
    boolean ok = expected.get().contains(judgement.verdict());
    String wanted =
        expected.get().stream()
            .sorted()
            .map(Verdict::name)
            .reduce((a, b) -> a + "/" + b)
            .orElse("");
    String detail =
        judgement.verdict() + (ok ? "" : ", expected " + wanted + explanation(judgement));
    return new Verification(
        slug,
        name,
        ok ? Outcome.OK : Outcome.DIFFERS,
        detail,
        judgement.cpuMs(),
        (System.nanoTime() - start) / 1_000_000_000L);
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

  private static Verification skipped(String problem, String submission, String reason) {
    return new Verification(problem, submission, Outcome.SKIPPED, reason, 0, 0);
  }
}
