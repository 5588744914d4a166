package dev.touchstone.scores.statistics;

import dev.touchstone.platformdata.database.Reads;
import dev.touchstone.scores.statistics.ExerciseDetails.FailedTest;
import dev.touchstone.scores.statistics.ExerciseDetails.Failures;
import dev.touchstone.scores.statistics.ExerciseDetails.WrongOutput;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds the tests that submissions fail first. Looks at the latest submissions only, so that its
 * cost does not grow with the table. Thread-safe.
 */
final class FailureStore {
  private static final int LATEST = 2000;
  private static final int SHOWN = 10;

  /** In characters. */
  private static final int LONGEST_OUTPUT = 1000;

  /** What failed first in each; {@code failed} are the submissions. */
  private static final String FIRST =
      """
      WITH failed AS (
        SELECT id FROM scores
        WHERE exercise_id = :exercise AND result_status IN ('WA', 'TLE', 'MLE', 'OLE', 'RTE')
        ORDER BY id DESC LIMIT :latest
      ), first AS (
        SELECT test.* FROM failed CROSS JOIN LATERAL (
          SELECT test_index, result, result->>'name' AS name FROM score_tests
          WHERE job_id = failed.id AND result->>'verdict' <> 'AC'
          ORDER BY test_index LIMIT 1) AS test
      )
      """;

  private static final String TESTS =
      """
      SELECT min(test_index) AS index, name, min(result->>'group') AS "group",
        bool_or(CAST(result->>'sample' AS boolean)) AS sample, count(*) AS submissions
      FROM first GROUP BY name ORDER BY count(*) DESC, min(test_index) LIMIT :shown
      """;

  private static final String OUTPUTS =
      """
      SELECT name AS test, left(min(output), :longest) AS output,
        left(min(result->'feedback'->>'expected'), :longest) AS expected, count(*) AS submissions
      FROM (SELECT *, result->'feedback'->>'actual' AS output FROM first
            WHERE result->>'verdict' = 'WA') AS wrong
      WHERE output IS NOT NULL
      GROUP BY name, sha256(convert_to(output, 'UTF8')) HAVING count(*) > 1
      ORDER BY count(*) DESC, min(test_index) LIMIT :shown
      """;

  private final Reads reads;

  FailureStore(Reads reads) {
    this.reads = reads;
  }

  Failures ofExercise(long exerciseId) {
    return reads.withHandle(handle -> {
      int submissions =
          query(handle, exerciseId, "SELECT count(*) FROM first").mapTo(Integer.class).one();
      List<FailedTest> tests =
          query(handle, exerciseId, TESTS).bind("shown", SHOWN).mapTo(FailedTest.class).list();
      List<WrongOutput> outputs =
          query(handle, exerciseId, OUTPUTS)
              .bind("shown", SHOWN)
              .bind("longest", LONGEST_OUTPUT)
              .mapTo(WrongOutput.class)
              .list();
      return new Failures(submissions, tests, outputs);
    });
  }

  private static Query query(Handle handle, long exerciseId, String sql) {
    return handle.createQuery(FIRST + sql).bind("exercise", exerciseId).bind("latest", LATEST);
  }
}
