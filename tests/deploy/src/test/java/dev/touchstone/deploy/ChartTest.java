package dev.touchstone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every chart with every file of values. */
class ChartTest {
  static List<Release> releases() {
    return Charts.releases();
  }

  static List<Rule> rules() {
    return Rules.ALL;
  }

  @ParameterizedTest
  @MethodSource("releases")
  void helmFindsNothing(Release release) {
    assertThat(Charts.lint(release).output()).contains("1 chart(s) linted, 0 chart(s) failed");
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyObjectHasTheFieldsOfItsType(Release release) {
    assertThat(release.objects())
        .hasSizeGreaterThan(4)
        .allMatch(object -> ApiTypes.knows(object) || CustomResources.knows(object));
    assertThat(release.objects().stream().filter(ApiTypes::knows).flatMap(ApiTypes::faults))
        .isEmpty();
  }

  /** One call of the compiler for all. */
  @Test
  void everyCustomResourceHasTheFieldsOfItsType() {
    List<KubernetesObject> objects =
        Charts.releases().stream()
            .flatMap(release -> release.objects().stream())
            .filter(CustomResources::knows)
            .toList();
    assertThat(objects).hasSizeGreaterThan(5);
    assertThat(CustomResources.faults(objects)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyReleaseKeepsTheRule(Rule rule) {
    assertThat(
            Charts.releases().stream()
                .flatMap(release -> rule.faults().in(release).map(fault -> release + ": " + fault)))
        .isEmpty();
  }
}
