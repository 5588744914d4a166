package dev.touchstone.operations.backup;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Which backups are kept: the newest ones, and the newest of each week and month. */
final class Retention {
  @Option(
      names = "--newest",
      paramLabel = "N",
      defaultValue = "7",
      description = "Keeps so many, at least one. Default: ${DEFAULT-VALUE}.")
  private int newest;

  @Option(
      names = "--weeks",
      paramLabel = "N",
      defaultValue = "4",
      description = "Keeps the newest of so many weeks that have one. Default: ${DEFAULT-VALUE}.")
  private int weeks;

  @Option(
      names = "--months",
      paramLabel = "N",
      defaultValue = "6",
      description = "Keeps the newest of so many months that have one. Default: ${DEFAULT-VALUE}.")
  private int months;

  /** Of the names of backups, the oldest first, those that are not kept. */
  List<String> unneeded(List<String> names) {
    List<String> newestFirst = names.reversed();
    Set<String> kept = new HashSet<>(newestFirst.stream().limit(Math.max(1, newest)).toList());
    kept.addAll(newestOfEach(newestFirst, weeks, Retention::week));
    kept.addAll(newestOfEach(newestFirst, months, YearMonth::from));
    return names.stream().filter(name -> !kept.contains(name)).toList();
  }

  private static List<String> newestOfEach(
      List<String> newestFirst, int most, Function<LocalDate, Object> period) {
    Set<Object> seen = new HashSet<>();
    return newestFirst.stream()
        .filter(name ->
            seen.add(period.apply(LocalDate.ofInstant(BackupNames.moment(name), ZoneOffset.UTC))))
        .limit(Math.max(0, most))
        .toList();
  }

  /** Year and number of a week, from Monday to Sunday. */
  private static Object week(LocalDate date) {
    return List.of(
        date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
