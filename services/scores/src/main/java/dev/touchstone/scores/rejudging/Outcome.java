package dev.touchstone.scores.rejudging;

import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.scores.judging.Status;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a submission stood before or after a rejudging, on the wire. Until it is judged, it has no
 * verdict and points.
 */
record Outcome(
    int exerciseRevision,
    String status,
    @Nullable Verdict verdict,
    @Nullable Double points,
    double maxPoints,
    @Nullable Long timeMs,
    @Nullable Long memoryKib) {
  /** The columns that are read, which both tables have. */
  private static final List<String> COLUMNS =
      List.of(
          "exercise_revision",
          "exercise_points",
          "status",
          "result_status",
          "score_points",
          "execution_time_ms",
          "memory_kib");

  /** The names of the columns, with commas between them. */
  static String columns() {
    return String.join(", ", COLUMNS);
  }

  /** Selects the columns of a table under names that begin with the table's. */
  static String columns(String table) {
    return COLUMNS.stream()
        .map(name -> "%s.%s AS %s_%s".formatted(table, name, table, name))
        .collect(Collectors.joining(", "));
  }

  /** Selects the columns of one table where a condition holds, and else those of another. */
  static String choice(String condition, String table, String other) {
    return COLUMNS.stream()
        .map(name ->
            "CASE WHEN %s THEN %s.%s ELSE %s.%s END AS %s"
                .formatted(condition, table, name, other, name, name))
        .collect(Collectors.joining(", "));
  }

  /** Reads the columns with a prefix; null if there are none. */
  static @Nullable Outcome of(ResultSet row, String prefix) throws SQLException {
    String status = row.getString(prefix + "_status");
    if (status == null) {
      return null;
    }
    boolean judged = status.equals(Status.JUDGED.wireName());
    boolean failed = status.equals(Status.JUDGE_ERROR.wireName());
    String verdict = row.getString(prefix + "_result_status");
    BigDecimal points = row.getBigDecimal(prefix + "_score_points");
    return new Outcome(
        row.getInt(prefix + "_exercise_revision"),
        status,
        failed ? Verdict.JE : judged && verdict != null ? Verdict.of(verdict) : null,
        judged && points != null ? points.doubleValue() : null,
        row.getDouble(prefix + "_exercise_points"),
        judged ? row.getObject(prefix + "_execution_time_ms", Long.class) : null,
        judged ? row.getObject(prefix + "_memory_kib", Long.class) : null);
  }
}
