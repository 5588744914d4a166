package dev.touchstone.scores.leaderboard;

import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platformdata.database.Reads;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rankings of all learners who have points, and of those who solved an exercise. Thread-safe.
 */
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

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");

  private final LeaderboardStore store;
  private final SolverStore solvers;
  private final Visibility visibility;
  private final Pseudonyms pseudonyms;
  private final Clock clock;

  /** Ranks the learners in the given database. */
  public LeaderboardService(Reads reads, Visibility visibility, Clock clock) {
    this.store = new LeaderboardStore(reads);
    this.solvers = new SolverStore(reads);
    this.visibility = visibility;
    this.pseudonyms = new Pseudonyms(store.pseudonymKey());
    this.clock = clock;
  }

  /**
   * One page.
   *
   * @param me the caller's own standing; null for guests and for callers without points
   */
  record Board(List<Standing> items, @Nullable String nextCursor, @Nullable Standing me) {}

  /** The best at an exercise. */
  record Solvers(List<Solver> items) {
    /** Copies the list. */
    Solvers {
      items = List.copyOf(items);
    }
  }

  /** The month that it is now, in UTC. */
  YearMonth currentMonth() {
    return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
  }

  /**
   * One page of the ranking.
   *
   * @param month which points count; those of all time if there is none
   */
  Board page(
      Optional<Principal> caller, Optional<YearMonth> month, Optional<String> cursor, int limit) {
    Viewer viewer = Viewer.of(caller, visibility, pseudonyms);
    LeaderboardStore.Place place = cursor.map(text -> place(viewer, month, text)).orElse(START);
    List<Standing> found = store.after(month, place, limit + 1);
    boolean more = found.size() > limit;
    List<Standing> shown = more ? found.subList(0, limit) : found;
    return new Board(
        shown.stream().map(viewer::shown).toList(),
        more ? cursor(viewer, shown.getLast()) : null,
        viewer.userId().flatMap(id -> store.find(month, id)).orElse(null));
  }

  /** Who solved an exercise first, or with the fastest program. */
  Solvers ofExercise(Optional<Principal> caller, long exerciseId, boolean byTime, int limit) {
    Viewer viewer = Viewer.of(caller, visibility, pseudonyms);
    List<Solver> best =
        byTime ? solvers.fastest(exerciseId, limit) : solvers.first(exerciseId, limit);
    return new Solvers(best.stream().map(viewer::shown).toList());
  }

  private static String cursor(Viewer viewer, Standing last) {
    return Cursor.of(
        BigDecimal.valueOf(last.points()).toPlainString(),
        last.lastImprovedAt().toString(),
        viewer.token(Objects.requireNonNull(last.userId(), "rows of the store have ids")));
  }

  private LeaderboardStore.Place place(Viewer viewer, Optional<YearMonth> month, String cursor) {
    List<String> keys = Cursor.parse(cursor, 3);
    if (!POINTS.matcher(keys.get(0)).matches() || !TIME.matcher(keys.get(1)).matches()) {
      throw Cursor.invalid();
    }
    try {
      BigDecimal points = new BigDecimal(keys.get(0));
      Instant improvedAt = Instant.parse(keys.get(1));
      return new LeaderboardStore.Place(
          points, improvedAt, learner(viewer, month, points, improvedAt, keys.get(2)));
    } catch (NumberFormatException | DateTimeException e) {
      throw Cursor.invalid();
    }
  }

  /**
   * The id that a cursor means. Whoever sees pseudonyms gets no ids in cursors and may use none: a
   * page that begins after a chosen id shows whether a learner's id is above it.
   */
  private long learner(
      Viewer viewer,
      Optional<YearMonth> month,
      BigDecimal points,
      Instant improvedAt,
      String token) {
    if (viewer.seesNames() && NUMBER.matcher(token).matches()) {
      return Long.parseLong(token);
    }
    if (!Pseudonyms.isPseudonym(token)) {
      throw Cursor.invalid();
    }
    // Whoever has won points since is not there any more; then the page begins with the ties.
    return store.tied(month, points, improvedAt).stream()
        .filter(id -> pseudonyms.of(id).equals(token))
        .findFirst()
        .orElse(0L);
  }
}
