package dev.touchstone.operations.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The checks of the last 90 days, counted by day (in UTC) and component. Immutable.
 *
 * @param checkedAt the latest check; null before the first
 * @param now what the latest check found, and since when checks find it
 * @param days by date, then by component
 */
record History(
    @Nullable Instant checkedAt, Map<String, Now> now, Map<LocalDate, Map<String, Day>> days) {
  /** Today included. */
  static final int DAYS = 90;

  /** Of two runs at the same time, the one that asked first may write last, but not much later. */
  private static final Duration MOST_LATE = Duration.ofMinutes(5);

  static final History EMPTY = new History(null, Map.of(), Map.of());

  /** A state, and since when. */
  record Now(State state, Instant since) {}

  /** How many checks there were, and how many of them found that it works. */
  record Day(int checks, int up) {
    Day plus(Day other) {
      return new Day(checks + other.checks, up + other.up);
    }
  }

  History {
    now = sorted(now);
    days = sorted(days);
  }

  /** So that the file reads, and is compared, in one order. */
  private static <K extends Comparable<? super K>, V> SortedMap<K, V> sorted(Map<K, V> map) {
    return new TreeMap<>(map);
  }

  /** The components of the page, in its order. */
  List<String> components() {
    TreeSet<String> all = new TreeSet<>(now.keySet());
    all.addAll(Component.ALWAYS);
    return all.stream()
        .sorted(Comparator.comparingInt(Component::order).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /**
   * Counts a check. Components that it doesn't name are unreachable; a component that only an
   * earlier answer named goes away with the next answer. A check that is a little older than the
   * latest one is counted, but changes nothing of the present. One that is much older shows that
   * the clock of the latest was ahead, so it becomes the present.
   */
  History with(Check check) {
    Instant latest = checkedAt;
    boolean late =
        latest != null
            && check.at().isBefore(latest)
            && !check.at().isBefore(latest.minus(MOST_LATE));
    Map<String, State> states = new TreeMap<>(check.states());
    List<String> expected =
        check.states().containsKey(Component.GATEWAY) ? Component.ALWAYS : components();
    expected.forEach(component -> states.putIfAbsent(component, State.unreachable));
    return new History(
        late ? latest : check.at(), late ? now : now(states, check.at()), days(states, check.at()));
  }

  private Map<String, Now> now(Map<String, State> states, Instant at) {
    Map<String, Now> next = new TreeMap<>();
    states.forEach((component, state) -> {
      Now old = now.get(component);
      boolean lasts = old != null && old.state() == state && !old.since().isAfter(at);
      next.put(component, lasts ? old : new Now(state, at));
    });
    return next;
  }

  /** Without the earliest days, but always with that of the check, whatever its clock said. */
  private Map<LocalDate, Map<String, Day>> days(Map<String, State> states, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
    TreeMap<LocalDate, Map<String, Day>> next = new TreeMap<>(days);
    Map<String, Day> counted = new TreeMap<>(next.getOrDefault(today, Map.of()));
    states.forEach((component, state) -> {
      if (counted.containsKey(component)
          || Component.ALWAYS.contains(component)
          || counted.size() < Check.MOST_COMPONENTS) {
        counted.merge(component, new Day(1, state == State.up ? 1 : 0), Day::plus);
      }
    });
    next.put(today, counted);
    next.keySet().stream()
        .filter(day -> !day.equals(today))
        .limit(Math.max(0, next.size() - DAYS))
        .toList()
        .forEach(next::remove);
    return next;
  }

  /** The 90 days that end with this one, the oldest first. */
  static List<LocalDate> until(LocalDate day) {
    return LongStream.rangeClosed(1 - DAYS, 0).mapToObj(day::plusDays).toList();
  }

  /** The checks of a component on a day; none where nothing was checked. */
  Day of(String component, LocalDate day) {
    return days.getOrDefault(day, Map.of()).getOrDefault(component, new Day(0, 0));
  }
}
