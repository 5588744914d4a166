package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.FormatVersion;
import dev.touchstone.problempackage.Grading.Aggregated;
import dev.touchstone.problempackage.Grading.Aggregation;
import dev.touchstone.problempackage.TestGroup;
import dev.touchstone.problempackage.TestNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that what groups require exists, is passed or failed as a whole, and is judged before. */
final class RequiredPasses {
  private final List<Fault> faults;
  private final Map<String, TestNode> before = new HashMap<>();

  RequiredPasses(Path root, List<Fault> faults) {
    this.faults = faults;
  }

  void check(TestGroup group) {
    if (group.grading() instanceof Aggregated(Aggregation aggregation, List<String> requires)) {
      requires.forEach(required -> check(group, required));
    }
    for (TestNode child : group.children()) {
      if (child instanceof TestGroup inner) {
        check(inner);
      }
      before.put(child.name(), child);
    }
  }

  private void check(TestGroup group, String required) {
    String file = "data/" + group.name() + "/" + FormatVersion.V2025_09.settingsFile();
    TestNode node = before.get(required);
    if (node == null) {
      faults.add(
          new Fault(
              file,
              "require_pass names " + required + ", which is not a group or test before this one"));
    } else if (node instanceof TestGroup other
        && other.grading() instanceof Aggregated(Aggregation aggregation, List<String> _)
        && aggregation != Aggregation.PASS_FAIL) {
      faults.add(new Fault(file, "require_pass names " + required + ", which is not pass-fail"));
    }
  }
}
