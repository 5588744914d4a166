package dev.touchstone.deploy;

import java.util.List;
import java.util.stream.Stream;

/** All rules. */
final class Rules {
  static final List<Rule> ALL =
      Stream.of(ValueRules.ALL, PodRules.ALL, ReferenceRules.ALL, SafetyRules.ALL)
          .flatMap(List::stream)
          .toList();

  private Rules() {}

  static Rule named(String name) {
    return ALL.stream().filter(rule -> rule.name().equals(name)).findFirst().orElseThrow();
  }
}
