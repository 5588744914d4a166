package dev.touchstone.scores.statistics;

import dev.touchstone.scores.statistics.ActivityStore.Quarter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * When a learner submitted, on the wire.
 *
 * @param days those with submissions, the oldest first
 * @param currentStreak days in a row with submissions, up to today or yesterday
 */
record LearnerStatistics(
    long userId,
    String timeZone,
    int submissions,
    int accepted,
    int activeDays,
    int currentStreak,
    int longestStreak,
    List<Day> days) {
  /** Copies the list. */
  LearnerStatistics {
    days = List.copyOf(days);
  }

  /** A day in the time zone. */
  record Day(String date, int submissions, int accepted) {
    private Day plus(Day other) {
      return new Day(date, submissions + other.submissions, accepted + other.accepted);
    }
  }

  static LearnerStatistics of(
      long userId, ZoneId zone, LocalDate today, int shown, List<Quarter> quarters) {
    NavigableMap<LocalDate, Day> days = new TreeMap<>();
    for (Quarter quarter : quarters) {
      LocalDate date = LocalDate.ofInstant(quarter.began(), zone);
      days.merge(
          date, new Day(date.toString(), quarter.submissions(), quarter.accepted()), Day::plus);
    }
    int longest = 0;
    int running = 0;
    LocalDate previous = LocalDate.MIN;
    for (LocalDate date : days.keySet()) {
      running = date.equals(previous.plusDays(1)) ? running + 1 : 1;
      longest = Math.max(longest, running);
      previous = date;
    }
    boolean isCurrent = !days.isEmpty() && !days.lastKey().isBefore(today.minusDays(1));
    return new LearnerStatistics(
        userId,
        zone.getId(),
        quarters.stream().mapToInt(Quarter::submissions).sum(),
        quarters.stream().mapToInt(Quarter::accepted).sum(),
        days.size(),
        isCurrent ? running : 0,
        longest,
        List.copyOf(days.tailMap(today.minusDays(shown), false).values()));
  }
}
