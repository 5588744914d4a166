package dev.touchstone.judge.verdict;

import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.Grading.Aggregated;
import dev.touchstone.problempackage.Grading.Aggregation;
import dev.touchstone.problempackage.Grading.Graded;
import dev.touchstone.problempackage.Grading.VerdictMode;
import dev.touchstone.problempackage.TestGroup;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The result of a test or group.
 *
 * @param name of the test or group
 * @param verdict AC as long as nothing failed
 * @param accepted whether all of it passed; what was not judged did not
 */
record GroupResult(String name, Verdict verdict, double score, boolean accepted) {
  /** The legacy version's own order, the worst first. */
  private static final List<Verdict> LEGACY_ORDER =
      List.of(
          Verdict.JE,
          Verdict.CE,
          Verdict.RTE,
          Verdict.MLE,
          Verdict.TLE,
          Verdict.OLE,
          Verdict.WA,
          Verdict.AC);

  /** A group that is not judged because one that it requires did not pass. */
  static GroupResult skipped(TestGroup group) {
    return new GroupResult(group.name(), Verdict.AC, 0, false);
  }

  /**
   * Combines the results of a group's children that were judged.
   *
   * @param scoring whether part of the points can be won; otherwise all or nothing
   */
  static GroupResult of(TestGroup group, List<GroupResult> children, boolean scoring) {
    return switch (group.grading()) {
      case Aggregated aggregated -> aggregate(group, aggregated, children);
      case Graded graded -> grade(group, graded, children, scoring);
    };
  }

  private static GroupResult aggregate(
      TestGroup group, Aggregated rule, List<GroupResult> children) {
    boolean complete = children.size() == group.children().size();
    boolean accepted = complete && children.stream().allMatch(GroupResult::accepted);
    double score =
        switch (rule.aggregation()) {
          case PASS_FAIL -> accepted ? group.points() : 0;
          case SUM -> scores(children).sum();
          case MIN -> complete ? scores(children).min().orElse(0) : 0;
        };
    return new GroupResult(group.name(), worst(children), Scores.within(group, score), accepted);
  }

  private static GroupResult grade(
      TestGroup group, Graded rule, List<GroupResult> children, boolean scoring) {
    List<GroupResult> counted =
        rule.ignoreSample()
            ? children.stream().filter(child -> !child.name().equals("sample")).toList()
            : children;
    Verdict verdict = verdict(rule, counted);
    if (!scoring) {
      boolean accepted = verdict == Verdict.AC;
      return new GroupResult(group.name(), verdict, accepted ? group.points() : 0, accepted);
    }
    double score =
        switch (rule.scoreMode()) {
          case SUM -> scores(counted).sum();
          case AVG -> scores(counted).average().orElse(0);
          case MIN -> scores(counted).min().orElse(0);
          case MAX -> scores(counted).max().orElse(0);
        };
    return new GroupResult(
        group.name(), verdict, Scores.within(group, score), verdict == Verdict.AC);
  }

  private static Verdict verdict(Graded rule, List<GroupResult> children) {
    if (rule.verdictMode() == VerdictMode.ALWAYS_ACCEPT) {
      return Verdict.AC;
    }
    if (rule.acceptIfAnyAccepted() && children.stream().anyMatch(GroupResult::accepted)) {
      return Verdict.AC;
    }
    if (rule.verdictMode() == VerdictMode.FIRST_ERROR) {
      return children.stream()
          .map(GroupResult::verdict)
          .filter(verdict -> verdict != Verdict.AC)
          .findFirst()
          .orElse(Verdict.AC);
    }
    return children.stream()
        .map(GroupResult::verdict)
        .min(Comparator.comparingInt(LEGACY_ORDER::indexOf))
        .orElse(Verdict.AC);
  }

  private static Verdict worst(List<GroupResult> children) {
    return children.stream()
        .map(GroupResult::verdict)
        .min(Comparator.naturalOrder())
        .orElse(Verdict.AC);
  }

  private static DoubleStream scores(List<GroupResult> children) {
    return children.stream().mapToDouble(GroupResult::score);
  }

  /** Whether nothing that follows can change the result of the group. */
  static boolean decided(TestGroup group, List<GroupResult> children) {
    if (children.isEmpty() || children.getLast().accepted()) {
      return false;
    }
    return switch (group.grading()) {
      // All samples are run: they are few, and learners may see them.
      case Aggregated _ when group.name().isEmpty() || group.name().equals("sample") -> false;
      case Aggregated(Aggregation aggregation, _) -> aggregation != Aggregation.SUM;
      case Graded graded ->
          graded.breakOnReject()
              && !(graded.ignoreSample() && children.getLast().name().equals("sample"));
    };
  }
}
