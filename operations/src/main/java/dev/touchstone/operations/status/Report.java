package dev.touchstone.operations.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows; {@code status.json} is exactly this. Immutable.
 *
 * @param checkedAt the latest check; null before the first
 */
record Report(
    Overall status,
    @Nullable Instant checkedAt,
    Instant generatedAt,
    List<Part> components,
    List<Incident> incidents) {
  /** Checks are made every few minutes; an older one says nothing of the present. */
  private static final Duration RECENT = Duration.ofMinutes(30);

  /** The whole in a word. */
  enum Overall {
    up("Everything works", "Mọi thứ đều hoạt động bình thường"),
    maintenance("Maintenance is going on", "Đang bảo trì"),
    incident("There is an incident", "Đang có sự cố"),
    degraded("Some parts do not work", "Một số phần không hoạt động"),
    down("Touchstone is unreachable", "Không kết nối được Touchstone"),
    /** The last check is too old to say anything of the present, or there is none. */
    unknown("No recent check", "Không có lần kiểm tra nào gần đây");

    private final String english;
    private final String vietnamese;

    Overall(String english, String vietnamese) {
      this.english = english;
      this.vietnamese = vietnamese;
    }

    Words words() {
      return new Words(english, vietnamese);
    }
  }

  /**
   * A component.
   *
   * @param since when checks began to find this state; null before the first
   * @param days the last 90, the oldest first
   */
  record Part(
      String id,
      Words name,
      @Nullable State state,
      @Nullable Instant since,
      int checks,
      int up,
      List<PartDay> days) {}

  /** A day of a component; without checks nothing is known of it. */
  record PartDay(LocalDate date, int checks, int up) {}

  /**
   * Puts it together.
   *
   * @param incidents those that are shown, the latest first
   */
  static Report of(History history, List<Incident> incidents, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<Part> parts =
        history.components().stream().map(component -> part(history, component, today)).toList();
    return new Report(
        overall(isRecent(history, now), parts, incidents),
        history.checkedAt(),
        now,
        parts,
        incidents);
  }

  private static Part part(History history, String component, LocalDate today) {
    History.Now now = history.now().get(component);
    List<PartDay> days =
        History.until(today).stream()
            .map(date -> {
              History.Day day = history.of(component, date);
              return new PartDay(date, day.checks(), day.up());
            })
            .toList();
    return new Part(
        component,
        Component.nameOf(component),
        now == null ? null : now.state(),
        now == null ? null : now.since(),
        days.stream().mapToInt(PartDay::checks).sum(),
        days.stream().mapToInt(PartDay::up).sum(),
        days);
  }

  private static boolean isRecent(History history, Instant now) {
    Instant checkedAt = history.checkedAt();
    return checkedAt != null && !checkedAt.isBefore(now.minus(RECENT));
  }

  private static Overall overall(boolean recent, List<Part> parts, List<Incident> incidents) {
    List<@Nullable State> states = parts.stream().<@Nullable State>map(Part::state).toList();
    if (recent && states.stream().noneMatch(state -> state == State.up)) {
      return Overall.down;
    }
    if (recent && states.stream().anyMatch(state -> state != State.up)) {
      return Overall.degraded;
    }
    List<Incident> open = incidents.stream().filter(Incident::goesOn).toList();
    if (open.stream().anyMatch(incident -> incident.impact() != Incident.Impact.maintenance)) {
      return Overall.incident;
    }
    if (!open.isEmpty()) {
      return Overall.maintenance;
    }
    return recent ? Overall.up : Overall.unknown;
  }
}
