package dev.touchstone.operations.migrate;

import java.time.Duration;

/**
 * A row that is changed on one side and awaited on the other. Replication applies transactions in
 * the order of their commits, so when the change arrives, all that was committed before it is
 * there.
 */
final class Marker {
  private Marker() {}

  /** Changes it; returns its position. */
  static long set(Side side) {
    try (var handle = side.openAsOwner()) {
      return handle
          .createQuery(
              """
              INSERT INTO %1$s (id, position) VALUES (1, 1)
              ON CONFLICT (id) DO UPDATE SET position = %1$s.position + 1 RETURNING position
              """
                  .formatted(Replication.MARKER))
          .mapTo(Long.class)
          .one();
    }
  }

  /** Waits until it arrives; returns whether it did in time. */
  static boolean await(Side side, long position, Duration most) {
    try (var handle = side.openAsOwner()) {
      return Waiting.until(
          most,
          () ->
              handle
                      .select("SELECT coalesce(max(position), 0) FROM " + Replication.MARKER)
                      .mapTo(Long.class)
                      .one()
                  >= position);
    }
  }
}
