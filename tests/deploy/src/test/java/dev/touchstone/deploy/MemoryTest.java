package dev.touchstone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A pod has the memory that the bounds of its JVM add up to. */
class MemoryTest {
  /** Heap, classes, compiled code, buffers. */
  private static final Pattern BOUND =
      Pattern.compile(
          "-(?:Xmx|XX:MaxMetaspaceSize=|XX:ReservedCodeCacheSize=|XX:MaxDirectMemorySize=)([0-9]+)m");

  /** Stacks of threads, the collector's tables and the runtime itself, in MiB. */
  private static final int REST = 64;

  /** A boundary for each heap, each class space and so on. */
  private static final int BOUNDS = 4;

  static Stream<Release> platforms() {
    return Charts.releases().stream().filter(release -> release.chart().equals("platform"));
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void everyServiceHasTheMemoryOfItsBounds(Release platform) {
    for (String service : List.of("gateway", "user-management", "exercises", "scores")) {
      int limit =
          mebibytes(
              platform
                  .find("Deployment", service)
                  .orElseThrow()
                  .containers()
                  .getFirst()
                  .at("/resources/limits/memory")
                  .asString());
      assertThat(limit).as(service).isGreaterThanOrEqualTo(bounds(service) + REST);
    }
  }

  @Test
  void theJudgesOwnPartOfItsMemoryHoldsItsBounds() {
    assertThat(512).isGreaterThanOrEqualTo(bounds("judge") + REST);
  }

  /** helm itself refuses a judge whose workers don't fit. */
  @ParameterizedTest
  @CsvSource({"2, 4608Mi, true", "2, 4607Mi, false", "3, 4608Mi, false"})
  void aJudgeHasMemoryForItsWorkers(int workers, String memory, boolean enough) {
    Command.Ending ending =
        Charts.template(
            "judge",
            Charts.release("judge/prod").values(),
            "prod-judges",
            "--set",
            "workers=" + workers + ",resources.memory=" + memory);
    assertThat(ending.status() == 0).as(ending.errors()).isEqualTo(enough);
  }

  private static int bounds(String program) {
    List<MatchResult> bounds =
        BOUND
            .matcher(
                Repository.read(Repository.ROOT.resolve("deploy/memory/" + program + ".options")))
            .results()
            .toList();
    assertThat(bounds).as(program).hasSize(BOUNDS);
    return bounds.stream().mapToInt(bound -> Integer.parseInt(bound.group(1))).sum();
  }

  private static int mebibytes(String quantity) {
    assertThat(quantity).endsWith("Mi");
    return Integer.parseInt(quantity.substring(0, quantity.length() - 2));
  }
}
