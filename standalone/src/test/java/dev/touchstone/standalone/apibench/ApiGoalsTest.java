package dev.touchstone.standalone.apibench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.standalone.apibench.ApiReport.Beside;
import dev.touchstone.standalone.apibench.ApiReport.Goal;
import dev.touchstone.standalone.apibench.ApiReport.Ratios;
import dev.touchstone.standalone.apibench.ApiReport.Row;
import dev.touchstone.standalone.bench.Times;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiGoalsTest {
  @Test
  void saysWhatWasReached() {
    List<Goal> goals =
        ApiGoals.of(
            List.of(
                row(Scenario.LEADERBOARD, 1000, 2, 1),
                row(Scenario.CACHED, 9000, 1, 0.9),
                row(Scenario.FORWARDED, 9000, 1, 3.5),
                row(Scenario.LIST, 9000, 20, 3),
                row(Scenario.LEADERBOARD, 9000, 2.5, 3)),
            List.of(new Beside(30, 29.9, times(40), times(12), 0)));
    assertThat(goals.stream().map(goal -> goal.what() + ": " + goal.isReached()))
        .containsExactly(
            "CPU of a cache hit, to nginx that forwards: true",
            "CPU of forwarding a request, to nginx: false",
            "p99 of list with search, one client: false",
            "p99 of leaderboard, one client: true",
            "sign-ins a second: true",
            "p99 of list with search beside them: false",
            "p50 of leaderboard, 1,000 to 9,000 submissions: true");
  }

  @Test
  void comparesWithNginxOnlyWhereItRan() {
    Row alone =
        new Row(
            Scenario.CACHED,
            "gateway",
            1000,
            10,
            times(1),
            times(1),
            Map.of(),
            Optional.empty(),
            0,
            List.of());
    assertThat(ApiGoals.of(List.of(alone), List.of())).isEmpty();
  }

  private static Row row(String what, int scores, double p99, double cpu) {
    return new Row(
        what,
        "gateway",
        scores,
        10,
        times(p99),
        times(p99),
        Map.of("gateway", 100.0),
        Optional.of(new Ratios(1, 1, 1, cpu)),
        0,
        List.of());
  }

  private static Times times(double p99) {
    return new Times(100, p99, p99, p99, p99);
  }
}
