package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is woken by an alarm finds a first step for it in {@code docs/alarms.md}. */
class AlarmPagesTest {
  /** {@code name = { description = …}}, also where the map is merged with others. */
  private static final Pattern IN_A_MAP =
      Pattern.compile(
          "^ +([A-Za-z][A-Za-z-]+) += (?:merge\\([\\w.]+, )?\\{\\s*(?:severity += \"\\w+\", )?description",
          Pattern.MULTILINE);

  /** {@code "name-${each}" => …}: one for each pod, instance or target. */
  private static final Pattern FOR_EACH = Pattern.compile("\"([a-z-]+)-[$][{][^}]+[}]\" => [{]");

  private static final Pattern OF_A_LOG_LINE = Pattern.compile("alarm: [{] name: ([a-z-]+)");
  private static final Pattern ROW =
      Pattern.compile("^\\| `([^`]+)` \\| ([^|]*)", Pattern.MULTILINE);

  /** Shorter than this, it says nothing that helps. */
  private static final int SHORTEST_STEP = 15;

  @Test
  void everyAlarmHasAFirstStepAndEveryStepAnAlarm() {
    Set<String> alarms = new TreeSet<>();
    for (String file : new String[] {"cluster", "web", "alarms"}) {
      add(alarms, "", IN_A_MAP, source(file + ".tf"));
      add(alarms, "", FOR_EACH, source(file + ".tf"));
    }
    String[] data = source("data.tf").split("cache_alarms", 2);
    add(alarms, "", IN_A_MAP, data[0]);
    add(alarms, "cache-", IN_A_MAP, data[1]);
    add(alarms, "audit-", IN_A_MAP, source("audit.tf"));
    add(alarms, "event-", IN_A_MAP, source("events.tf"));
    add(alarms, "", OF_A_LOG_LINE, source("platform_metrics.yaml"));
    assertThat(rows().map(row -> row.group(1))).containsExactlyInAnyOrderElementsOf(alarms);
  }

  @Test
  void everyFirstStepSaysWhatToDo() {
    assertThat(rows())
        .allSatisfy(row ->
            assertThat(row.group(2).strip()).as(row.group(1)).hasSizeGreaterThan(SHORTEST_STEP));
  }

  @Test
  void everyMessageOfAnAlarmNamesThePage() {
    String module = Sources.read(Sources.INFRASTRUCTURE.resolve("modules/alarms/alarms.tf"));
    assertThat(Pattern.compile("alarm_description").matcher(module).results().count())
        .isEqualTo(
            Pattern.compile("First step: docs/alarms[.]md").matcher(module).results().count());
  }

  private static void add(Set<String> alarms, String prefix, Pattern pattern, String text) {
    pattern.matcher(text).results().map(found -> prefix + found.group(1)).forEach(alarms::add);
  }

  private static Stream<MatchResult> rows() {
    return ROW.matcher(Sources.read(Sources.INFRASTRUCTURE.resolve("../docs/alarms.md"))).results();
  }

  private static String source(String file) {
    return Sources.read(Sources.INFRASTRUCTURE.resolve("roots/observability").resolve(file));
  }
}
