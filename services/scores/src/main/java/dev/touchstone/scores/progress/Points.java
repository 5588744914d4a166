package dev.touchstone.scores.progress;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Points, which the database keeps as exact numbers with two decimals so that sums are exact. */
public final class Points {
  private Points() {}

  /** Reads a column; null for none. */
  public static @Nullable Double read(ResultSet row, String column) throws SQLException {
    BigDecimal points = row.getBigDecimal(column);
    return points == null ? null : (Double) points.doubleValue();
  }
}
