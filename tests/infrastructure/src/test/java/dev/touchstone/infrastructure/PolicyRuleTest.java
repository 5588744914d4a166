package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each rule finds violations. {@code policy-cases.json} has, for each rule, resources that break it
 * and resources that follow it; a rule without both fails.
 */
class PolicyRuleTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TestFactory
  Stream<DynamicTest> everyRuleTellsBadFromGood() throws IOException {
    JsonNode cases = cases();
    return PolicyRule.ALL.stream()
        .flatMap(rule ->
            Stream.of("breaks", "keeps")
                .flatMap(kind ->
                    cases
                        .path(rule.name())
                        .path(kind)
                        .propertyStream()
                        .map(named ->
                            DynamicTest.dynamicTest(
                                rule.name() + ": " + named.getKey(),
                                () ->
                                    assertThat(rule.violations(plan(named.getValue())))
                                        .hasSize(kind.equals("breaks") ? 1 : 0)))));
  }

  @Test
  void everyRuleHasCasesOfBothKinds() throws IOException {
    JsonNode cases = cases();
    assertThat(PolicyRule.ALL)
        .allSatisfy(rule -> {
          assertThat(cases.path(rule.name()).path("breaks").isEmpty()).isFalse();
          assertThat(cases.path(rule.name()).path("keeps").isEmpty()).isFalse();
        });
    assertThat(PolicyRule.ALL.stream().map(PolicyRule::name))
        .containsExactlyInAnyOrderElementsOf(cases.propertyNames());
  }

  @Test
  void aRuleOfProdLeavesDevAlone() throws IOException {
    Plan plan = plan(cases().at("/protected-from-deletion/breaks/a bucket"));
    assertThat(PolicyRule.violations("dev", plan)).noneMatch(text -> text.startsWith("protected"));
    assertThat(PolicyRule.violations("prod", plan)).anyMatch(text -> text.startsWith("protected"));
  }

  /** A plan of the given resources, each {@code {"type": …, "values": {…}}}. */
  private static Plan plan(JsonNode resources) {
    var plan = JSON.createObjectNode();
    var list = plan.putObject("planned_values").putObject("root_module").putArray("resources");
    resources
        .valueStream()
        .forEach(resource ->
            list.addObject()
                .put("mode", "managed")
                .put("address", resource.path("type").asString() + ".case")
                .put("type", resource.path("type").asString())
                .set("values", resource.path("values")));
    return new Plan(plan);
  }

  private static JsonNode cases() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(PolicyRuleTest.class.getResourceAsStream("/policy-cases.json"))) {
      return JSON.readTree(file);
    }
  }
}
