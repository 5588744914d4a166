package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.FormatVersion;
import dev.touchstone.problempackage.TestCase;
import dev.touchstone.problempackage.TestGroup;
import dev.touchstone.problempackage.ValidatorFlags;
import java.util.List;

/** Checks the flags that groups give the default validator. */
final class FlagChecks {
  private final FormatVersion version;
  private final List<Fault> faults;

  FlagChecks(FormatVersion version, List<Fault> faults) {
    this.version = version;
    this.faults = faults;
  }

  void check(TestGroup data) {
    for (TestGroup group : data.holdingTests().toList()) {
      for (TestCase test : group.cases()) {
        check(group, test.validatorArguments());
      }
    }
  }

  private void check(TestGroup group, List<String> arguments) {
    try {
      if (version == FormatVersion.LEGACY) {
        ValidatorFlags.parse(arguments);
      } else {
        ValidatorFlags.parseOnce(arguments);
      }
    } catch (IllegalArgumentException e) {
      Fault fault = new Fault("data/" + group.name(), String.valueOf(e.getMessage()));
      if (!faults.contains(fault)) {
        faults.add(fault);
      }
    }
  }
}
