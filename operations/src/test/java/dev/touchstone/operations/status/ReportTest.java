package dev.touchstone.operations.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.operations.status.Incident.Impact;
import dev.touchstone.operations.status.Report.Overall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final History WORKS =
      History.EMPTY.with(
          new Check(
              NOON,
              Map.of(
                  "gateway",
                  State.up,
                  "user-management",
                  State.up,
                  "exercises",
                  State.up,
                  "scores",
                  State.up)));
  private static final History FAILS = History.EMPTY.with(new Check(NOON, Map.of()));

  private static Overall overall(History history, Duration later, Impact... open) {
    List<Incident> incidents =
        List.of(open).stream()
            .map(impact ->
                new Incident(
                    "1", impact, List.of("scores"), new Words("a", "b"), NOON, null, List.of()))
            .toList();
    return Report.of(history, incidents, NOON.plus(later)).status();
  }

  /** The page of a check that has stopped must not go on saying that all is well. */
  @Test
  void anOldCheckSaysNothingOfThePresent() {
    assertThat(overall(WORKS, HALF_AN_HOUR)).isEqualTo(Overall.up);
    assertThat(overall(WORKS, HALF_AN_HOUR.plusSeconds(1))).isEqualTo(Overall.unknown);
    assertThat(overall(FAILS, HALF_AN_HOUR)).isEqualTo(Overall.down);
    assertThat(overall(FAILS, HALF_AN_HOUR.plusSeconds(1))).isEqualTo(Overall.unknown);
    assertThat(overall(History.EMPTY, Duration.ZERO)).isEqualTo(Overall.unknown);
  }

  @Test
  void whatPeopleAreToldCountsWithoutARecentCheckToo() {
    assertThat(overall(WORKS, Duration.ofDays(1), Impact.major)).isEqualTo(Overall.incident);
    assertThat(overall(History.EMPTY, Duration.ZERO, Impact.maintenance))
        .isEqualTo(Overall.maintenance);
    assertThat(overall(FAILS, Duration.ZERO, Impact.maintenance)).isEqualTo(Overall.down);
  }
}
