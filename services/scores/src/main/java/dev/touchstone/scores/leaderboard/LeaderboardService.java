package dev.touchstone.scores.leaderboard;

import dev.touchstone.platform.http.Cursor;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The ranking of all learners who have points. Thread-safe. */
public final class LeaderboardService {
  /** Before the first: more points than anybody can have. */
  private static final LeaderboardStore.Place START =
      new LeaderboardStore.Place(new BigDecimal("1e12"), Instant.EPOCH, 0);

  /**
   * What {@code learners.points} can hold. {@link BigDecimal} also reads {@code 1e-60000000}, which
   * takes the database driver minutes to write out.
   */
  private static final Pattern POINTS = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");

  /** Years of four digits; {@link Instant} has more than the database. */
  private static final Pattern TIME = Pattern.compile("[0-9]{4}-.{1,40}");

  private final LeaderboardStore store;

  /** Ranks the learners in the given database. */
  public LeaderboardService(Jdbi jdbi) {
    this.store = new LeaderboardStore(jdbi);
  }

  /**
   * One page.
   *
   * @param me the caller's own standing; null for guests and for callers without points
   */
  record Board(List<Standing> items, @Nullable String nextCursor, @Nullable Standing me) {}

  Board page(Optional<Long> userId, Optional<String> cursor, int limit) {
    List<Standing> found =
        store.after(cursor.map(LeaderboardService::place).orElse(START), limit + 1);
    boolean more = found.size() > limit;
    List<Standing> shown = more ? found.subList(0, limit) : found;
    return new Board(
        shown, more ? cursor(shown.getLast()) : null, userId.flatMap(store::find).orElse(null));
  }

  private static String cursor(Standing last) {
    return Cursor.of(
        BigDecimal.valueOf(last.points()).toPlainString(),
        last.lastImprovedAt().toString(),
        Long.toString(last.userId()));
  }

  private static LeaderboardStore.Place place(String cursor) {
    List<String> keys = Cursor.parse(cursor, 3);
    if (!POINTS.matcher(keys.get(0)).matches() || !TIME.matcher(keys.get(1)).matches()) {
      throw Cursor.invalid();
    }
    try {
      return new LeaderboardStore.Place(
          new BigDecimal(keys.get(0)), Instant.parse(keys.get(1)), Long.parseLong(keys.get(2)));
    } catch (NumberFormatException | DateTimeException e) {
      throw Cursor.invalid();
    }
  }
}
