package dev.touchstone.operations.migrate;

import org.jdbi.v3.core.Handle;

/** The numbers that come next. Replication does not carry them. */
final class Sequences {
  /** So many numbers are left out, whatever was taken on the other side and not written. */
  static final int MARGIN = 1000;

  private Sequences() {}

  /** Sets each sequence of the other side past this side's. Returns how many. */
  static int carry(Side from, Side to) {
    try (Handle source = from.openAsOwner();
        Handle target = to.openAsOwner()) {
      var values =
          source
              .select(
                  """
                  SELECT format('%I.%I', schemaname, sequencename), coalesce(last_value, start_value),
                    increment_by
                  FROM pg_sequences WHERE schemaname = 'public'
                  """)
              .map((row, _) -> new Value(row.getString(1), row.getLong(2), row.getLong(3)))
              .list();
      for (Value value : values) {
        target.execute(
            "SELECT setval(?::regclass, greatest(?, (SELECT coalesce(last_value, 0) FROM pg_sequences WHERE format('%I.%I', schemaname, sequencename) = ?)))",
            value.name(), value.last() + MARGIN * value.increment(), value.name());
      }
      return values.size();
    }
  }

  private record Value(String name, long last, long increment) {}
}
