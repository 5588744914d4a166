package dev.touchstone.gateway.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Counts what each user has open, up to a limit. Thread-safe. */
final class OpenPerUser {
  private final int most;
  private final Map<Long, Integer> open = new ConcurrentHashMap<>();

  OpenPerUser(int most) {
    this.most = most;
  }

  /** Counts one more; false if the user has as many as the limit allows. */
  boolean begin(long user) {
    boolean[] begun = {false};
    open.compute(
        user,
        (id, count) -> {
          int before = count == null ? 0 : count;
          begun[0] = before < most;
          return begun[0] ? (Integer) (before + 1) : count;
        });
    return begun[0];
  }

  void end(long user) {
    open.computeIfPresent(user, (id, count) -> less(count));
  }

  /** One less; users without anything open have no entry. */
  private static @Nullable Integer less(int count) {
    return count == 1 ? null : (Integer) (count - 1);
  }
}
