package dev.touchstone.scores.results;

import dev.touchstone.platformdata.csv.CsvField;
import dev.touchstone.scores.progress.ExerciseProgress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table as CSV (RFC 4180), one line per learner. Immutable. */
final class ResultsCsv {
  private static final List<String> OF_LEARNER =
      List.of("username", "user_id", "points", "solved", "attempts");

  private final List<Long> exercises;

  ResultsCsv(List<Long> exercises) {
    this.exercises = List.copyOf(exercises);
  }

  /**
   * The first line.
   *
   * @param names of the exercises, in their order
   */
  String head(List<String> names) {
    List<String> fields = new ArrayList<>(OF_LEARNER);
    for (String name : names) {
      fields.add(name + " points");
      fields.add(name + " verdict");
      fields.add(name + " attempts");
    }
    return line(fields);
  }

  String line(LearnerResults row) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                row.username(),
                Long.toString(row.userId()),
                number(row.points()),
                Integer.toString(row.solved()),
                Integer.toString(row.attempts())));
    Map<Long, ExerciseProgress> achieved =
        row.exercises().stream()
            .collect(Collectors.toMap(ExerciseProgress::exerciseId, Function.identity()));
    for (long exercise : exercises) {
      ExerciseProgress cell = achieved.get(exercise);
      fields.add(cell == null ? "" : number(cell.bestScore()));
      fields.add(cell == null || cell.bestStatus() == null ? "" : cell.bestStatus());
      fields.add(cell == null ? "" : Integer.toString(cell.totalAttempts()));
    }
    return line(fields);
  }

  private static String line(List<String> fields) {
    return fields.stream().map(CsvField::written).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
