package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.Grading;
import dev.touchstone.problempackage.Grading.Aggregated;
import dev.touchstone.problempackage.Grading.Graded;
import dev.touchstone.problempackage.TestCase;
import dev.touchstone.problempackage.TestGroup;
import dev.touchstone.problempackage.TestNode;
import dev.touchstone.problempackage.reading.TestFolder.Folder;
import dev.touchstone.problempackage.reading.TestFolder.Test;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Sets the most points that each test and group can earn. In the later versions points come from
 * above: the children of a group without their own score share what is left of the group's. In the
 * legacy version they come from below, from the scores of accepted tests.
 */
final class PointsSharing {
  private final boolean scoring;
  private final boolean validatorScores;
  private final List<Fault> faults;

  /**
   * Creates the sharing.
   *
   * @param validatorScores whether a legacy validator gives its own scores
   */
  PointsSharing(boolean scoring, boolean validatorScores, List<Fault> faults) {
    this.scoring = scoring;
    this.validatorScores = validatorScores;
    this.faults = faults;
  }

  /** The tree of tests, worth one point as a whole unless parts of the points can be earned. */
  TestGroup share(TestFolder data) {
    if (!scoring) {
      return new TestGroup(data.name(), 1, data.grading(), allOrNothing(data));
    }
    return switch (data.grading()) {
      case Graded _ -> legacy(data);
      case Aggregated _ -> {
        List<TestNode> children =
            data.entries().stream()
                .map(entry -> (TestNode) wholeOrSample(((Folder) entry).folder()))
                .toList();
        double points = children.stream().mapToDouble(child -> ((TestGroup) child).points()).sum();
        yield new TestGroup(data.name(), points, data.grading(), children);
      }
    };
  }

  private static List<TestNode> allOrNothing(TestFolder data) {
    return worthNothing(data).stream()
        .map(child ->
            child instanceof TestGroup group && group.name().equals("secret")
                ? (TestNode) new TestGroup(group.name(), 1, group.grading(), group.children())
                : child)
        .toList();
  }

  private TestGroup wholeOrSample(TestFolder folder) {
    return folder.name().equals("secret")
        ? group(folder, folder.maxScore().orElse(100.0))
        : new TestGroup(folder.name(), 0, folder.grading(), worthNothing(folder));
  }

  private static List<TestNode> worthNothing(TestFolder folder) {
    return folder.entries().stream()
        .map(entry ->
            switch (entry) {
              case Test(TestCase test) -> (TestNode) test;
              case Folder(TestFolder child) ->
                  new TestGroup(child.name(), 0, child.grading(), worthNothing(child));
            })
        .toList();
  }

  private TestGroup group(TestFolder folder, double points) {
    return switch (((Aggregated) folder.grading()).aggregation()) {
      case PASS_FAIL -> passFail(folder, points);
      case MIN -> shared(folder, points, points);
      case SUM -> sum(folder, points);
    };
  }

  private TestGroup passFail(TestFolder folder, double points) {
    if (Double.isInfinite(points)) {
      fault(folder, "must have a bounded score, since its tests are passed or failed together");
    }
    for (TestFolder.Entry entry : folder.entries()) {
      if (entry instanceof Folder(TestFolder child)
          && ((Aggregated) child.grading()).aggregation() != Grading.Aggregation.PASS_FAIL) {
        fault(child, "must be pass-fail, like the group around it");
      }
    }
    return new TestGroup(folder.name(), points, folder.grading(), worthNothing(folder));
  }

  private TestGroup sum(TestFolder folder, double points) {
    double given = 0;
    int sharing = 0;
    for (TestFolder.Entry entry : folder.entries()) {
      if (entry instanceof Folder(TestFolder child) && child.maxScore().isPresent()) {
        given += child.maxScore().get();
      } else {
        sharing++;
      }
    }
    if (given > points) {
      fault(folder, "is worth " + number(points) + ", but its groups are worth " + number(given));
    }
    if (sharing == 0) { // points that no group gives can't be earned
      return shared(folder, Math.min(points, given), 0);
    }
    return shared(folder, points, Math.max(0, points - given) / sharing);
  }

  private TestGroup shared(TestFolder folder, double points, double each) {
    List<TestNode> children =
        folder.entries().stream()
            .map(entry ->
                switch (entry) {
                  case Test(TestCase test) -> (TestNode) test.worth(each);
                  case Folder(TestFolder child) -> group(child, child.maxScore().orElse(each));
                })
            .toList();
    return new TestGroup(folder.name(), points, folder.grading(), children);
  }

  private TestGroup legacy(TestFolder folder) {
    Graded grading = (Graded) folder.grading();
    List<TestNode> children =
        folder.entries().stream()
            .map(entry ->
                switch (entry) {
                  case Test(TestCase test) ->
                      (TestNode)
                          test.worth(
                              validatorScores ? Double.POSITIVE_INFINITY : grading.acceptScore());
                  case Folder(TestFolder child) -> legacy(child);
                })
            .toList();
    double reachable = together(grading, folder, children);
    double points =
        Double.isInfinite(grading.most()) ? reachable : Math.min(grading.most(), reachable);
    return new TestGroup(folder.name(), points, grading, children);
  }

  private static double together(Graded grading, TestFolder folder, List<TestNode> children) {
    List<TestNode> counted =
        grading.ignoreSample() && folder.name().isEmpty()
            ? children.stream().filter(child -> !child.name().equals("sample")).toList()
            : children;
    DoubleStream scores =
        counted.stream()
            .mapToDouble(child ->
                switch (child) {
                  case TestCase test -> test.points();
                  case TestGroup group -> group.points();
                });
    return switch (grading.scoreMode()) {
      case SUM -> scores.sum();
      case AVG -> scores.average().orElse(0);
      case MIN -> scores.min().orElse(0);
      case MAX -> scores.max().orElse(0);
    };
  }

  private void fault(TestFolder folder, String message) {
    faults.add(new Fault(folder.settingsFile(), folder.name() + " " + message));
  }

  private static String number(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
