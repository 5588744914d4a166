package dev.touchstone.scores.judging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.touchstone.platform.http.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

/** The judges that recently asked for work, and their languages. Thread-safe. */
public final class Judges {
  /** How long a judge counts as present after its last request; longer than one job takes. */
  private static final Duration THERE = Duration.ofMinutes(10);

  private static final Duration FORGOTTEN = Duration.ofDays(1);

  /** A judge asks often; that is written down this often. */
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private final Cache<Sighting, Boolean> seen =
      Caffeine.newBuilder().expireAfterWrite(INTERVAL).maximumSize(10_000).build();
  private final Map<String, Counts> counts = new ConcurrentHashMap<>();
  private final Jdbi jdbi;
  private final Clock clock;

  /** Remembers in the given database. */
  public Judges(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  private record Sighting(String name, List<String> languages, List<Lane> lanes) {}

  /** Jobs that ended since this was last stored. */
  private record Counts(long judged, long failed) {
    Counts plus(Counts other) {
      return new Counts(judged + other.judged, failed + other.failed);
    }
  }

  /** Notes that a judge asked for work. */
  public void seen(String name, List<String> languages, List<Lane> lanes) {
    Sighting sighting = new Sighting(name, List.copyOf(languages), List.copyOf(lanes));
    if (seen.asMap().putIfAbsent(sighting, true) != null) {
      return;
    }
    String sql =
        """
        INSERT INTO judges (name, languages, lanes, since, seen_at)
        VALUES (:name, :languages, :lanes, :now, :now)
        ON CONFLICT (name) DO UPDATE
        SET languages = excluded.languages, lanes = excluded.lanes, seen_at = excluded.seen_at
        """;
    Instant now = clock.instant();
    jdbi.useHandle(handle ->
        handle
            .createUpdate(sql)
            .bind("name", name)
            .bindArray("languages", String.class, languages)
            .bindArray("lanes", String.class, lanes.stream().map(Lane::wireName).toList())
            .bind("now", now)
            .execute());
  }

  /** Counts a job that a judge has judged. */
  public void judged(String name) {
    counts.merge(name, new Counts(1, 0), Counts::plus);
  }

  /** Counts a job that a judge failed on. */
  public void failed(String name) {
    counts.merge(name, new Counts(0, 1), Counts::plus);
  }

  /** Stores what was counted since the last call; a crash loses that. */
  public void storeCounts() {
    Map<String, Counts> taken = new TreeMap<>(); // rows are locked in this order
    counts
        .keySet()
        .forEach(name -> {
          Counts last = counts.remove(name);
          if (last != null) {
            taken.put(name, last);
          }
        });
    if (taken.isEmpty()) {
      return;
    }
    String sql =
        """
        UPDATE judges SET judged = judges.judged + more.judged, failed = judges.failed + more.failed
        FROM unnest(:names, :judged, :failed) AS more (name, judged, failed)
        WHERE judges.name = more.name
        """;
    jdbi.useHandle(handle ->
        handle
            .createUpdate(sql)
            .bindArray("names", String.class, List.copyOf(taken.keySet()))
            .bindArray("judged", Long.class, taken.values().stream().map(Counts::judged).toList())
            .bindArray("failed", Long.class, taken.values().stream().map(Counts::failed).toList())
            .execute());
  }

  /** Deletes judges that have not asked for work for long. */
  public void forgetOld() {
    Instant oldest = clock.instant().minus(FORGOTTEN);
    jdbi.useHandle(handle -> handle.execute("DELETE FROM judges WHERE seen_at < ?", oldest));
  }

  /**
   * Checks that a judge has the language. While no judge has asked for work, every language is
   * accepted, and the work waits for one.
   *
   * @throws ProblemException 400 {@code unsupported_language}
   */
  public void requireLanguage(String language) {
    String sql =
        """
        SELECT count(*) > 0 AND NOT bool_or(:language = ANY(languages)) FROM judges
        WHERE seen_at >= :since
        """;
    boolean unknown =
        jdbi.withHandle(handle ->
            handle
                .createQuery(sql)
                .bind("language", language)
                .bind("since", clock.instant().minus(THERE))
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    if (unknown) {
      throw ProblemException.badRequest(
          "unsupported_language", "No judge has this language installed.");
    }
  }
}
