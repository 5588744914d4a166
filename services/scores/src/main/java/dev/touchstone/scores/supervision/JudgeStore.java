package dev.touchstone.scores.supervision;

import dev.touchstone.scores.judging.Lane;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads the judges that are known, and what they judge. */
final class JudgeStore {
  private JudgeStore() {}

  /** A judge as it is stored; it is forgotten a day after it last asked for work. */
  record StoredJudge(
      String name,
      List<String> languages,
      List<String> lanes,
      Instant since,
      Instant seenAt,
      long judged,
      long failed) {}

  /** A job that is leased. */
  record LeasedJob(
      String judge,
      String lane,
      long id,
      long exerciseId,
      String language,
      Instant judgingSince,
      Instant leasedUntil) {}

  static List<StoredJudge> judges(Handle handle) {
    return handle
        .createQuery(
            "SELECT name, languages, lanes, since, seen_at, judged, failed FROM judges ORDER BY name")
        .mapTo(StoredJudge.class)
        .list();
  }

  static List<LeasedJob> leased(Handle handle, Lane lane) {
    String sql =
        """
        SELECT judge, :lane AS lane, id, exercise_id, language, judging_since, leased_until
        FROM <table> WHERE status = 'judging' ORDER BY id
        """;
    return handle
        .createQuery(sql)
        .define("table", lane.table())
        .bind("lane", lane.wireName())
        .mapTo(LeasedJob.class)
        .list();
  }
}
