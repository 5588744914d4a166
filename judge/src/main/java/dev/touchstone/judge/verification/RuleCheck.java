package dev.touchstone.judge.verification;

import dev.touchstone.judge.verdict.Judgement;
import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.SubmissionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks a judgement in which every test was run against a rule of {@code submissions.yaml}. */
final class RuleCheck {
  private static final double TOLERANCE = 1e-6;
  private final Judgement judgement;

  RuleCheck(Judgement judgement) {
    this.judgement = judgement;
  }

  /** What is not as the rule says, in words. */
  List<String> violations(SubmissionRule rule) {
    List<String> violations = new ArrayList<>();
    List<TestResult> tests =
        judgement.tests().stream().filter(test -> rule.appliesTo(test.name())).toList();
    String where = rule.tests().isEmpty() ? "" : rule.tests() + ": ";
    if (tests.isEmpty()) {
      violations.add(where + "no test was run");
      return violations;
    }
    for (TestResult test : tests) {
      if (!rule.permitted().isEmpty() && !holds(rule.permitted(), test.verdict())) {
        violations.add(test.name() + " got " + test.verdict() + ", permitted " + rule.permitted());
        break;
      }
    }
    if (!rule.required().isEmpty()
        && tests.stream().noneMatch(test -> holds(rule.required(), test.verdict()))) {
      violations.add(where + "no test got one of " + rule.required());
    }
    if (!rule.message().isEmpty() && tests.stream().noneMatch(test -> says(test, rule.message()))) {
      violations.add(where + "no judge message contains “" + rule.message() + "”");
    }
    if (rule.limitsScore()) {
      checkScore(rule, where, violations);
    }
    return violations;
  }

  private void checkScore(SubmissionRule rule, String where, List<String> violations) {
    if (rule.tests().isEmpty()) {
      checkScore(rule, where, judgement.points(), violations);
      return;
    }
    judgement.groupScores().entrySet().stream()
        .filter(group -> !group.getKey().isEmpty() && rule.appliesTo(group.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(group -> checkScore(rule, group.getKey() + ": ", group.getValue(), violations));
  }

  private static void checkScore(
      SubmissionRule rule, String where, double score, List<String> violations) {
    if (score < rule.leastScore() - TOLERANCE || score > rule.mostScore() + TOLERANCE) {
      violations.add(
          where
              + Points.text(score)
              + " points, expected "
              + Points.text(rule.leastScore())
              + " to "
              + Points.text(rule.mostScore()));
    }
  }

  private boolean says(TestResult test, String message) {
    return judgement.judgeMessages().getOrDefault(test.name(), "").contains(message);
  }

  /** The format has no verdict for memory: such a program counts as crashed. */
  private static boolean holds(Set<String> words, Verdict verdict) {
    return words.contains(verdict.name())
        || (verdict == Verdict.MLE && words.contains(Verdict.RTE.name()));
  }
}
