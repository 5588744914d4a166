package dev.touchstone.scores.results;

import dev.touchstone.platform.http.Cursor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The orders in which learners can be listed. The id of the learner decides between equals. */
enum ResultsOrder {
  /** By name, from A to Z, in any case. */
  USERNAME(
      "lower(username) COLLATE \"C\"", "CAST(:key AS text) COLLATE \"C\"", "[^\\x00]{0,200}", true),
  /** Most points first. */
  POINTS("%s.points", "CAST(:key AS numeric)", "[0-9]{1,14}(\\.[0-9]{1,2})?", false),
  /** Most exercises solved first. */
  SOLVED("%s.solved", "CAST(:key AS integer)", "[0-9]{1,9}", false);

  private final String column;
  private final String key;
  private final Pattern keyForm;
  private final boolean ascends;

  ResultsOrder(String column, String key, String keyForm, boolean ascends) {
    this.column = column;
    this.key = key;
    this.keyForm = Pattern.compile(keyForm, Pattern.DOTALL);
    this.ascends = ascends;
  }

  /** The sort keys of a row. */
  record Place(String key, long userId) {}

  static Optional<ResultsOrder> of(String name) {
    return Arrays.stream(values())
        .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** Reads the cursor of this order. */
  Place place(String cursor) {
    List<String> keys = Cursor.parse(cursor, 2);
    if (!keyForm.matcher(keys.getFirst()).matches()) {
      throw Cursor.invalid();
    }
    try {
      return new Place(keys.getFirst(), Long.parseLong(keys.getLast()));
    } catch (NumberFormatException e) {
      throw Cursor.invalid();
    }
  }

  Place place(LearnerTotals last) {
    String value =
        switch (this) {
          case USERNAME -> last.sortName();
          case POINTS -> last.points().toPlainString();
          case SOLVED -> Integer.toString(last.solved());
        };
    return new Place(value, last.userId());
  }

  /**
   * The condition for rows after {@code :key} and {@code :user}.
   *
   * @param totals the table with the points
   */
  String after(String totals) {
    return "(%s, learners.user_id) %s (%s, :user)"
        .formatted(column.formatted(totals), ascends ? ">" : "<", key);
  }

  /** The sort keys, for ORDER BY. */
  String keys(String totals) {
    String direction = ascends ? "" : " DESC";
    return column.formatted(totals) + direction + ", learners.user_id" + direction;
  }
}
