package dev.touchstone.scores.judging;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platformdata.database.JsonColumn;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.core.statement.Update;

/** The results of tests, in {@code score_tests} and {@code run_tests}. Thread-safe. */
public final class TestStore {
  /** However many tests there are. */
  private static final String PUT =
      """
      INSERT INTO <tests> AS known (job_id, test_index, event_number, result)
      SELECT :job, place, :event + number, CAST(result AS jsonb)
      FROM unnest(:places, :results) WITH ORDINALITY AS given (place, result, number)
      ON CONFLICT (job_id, test_index) DO UPDATE
      SET event_number = excluded.event_number, result = excluded.result
      WHERE known.result <> excluded.result
      """;

  private TestStore() {}

  /** A test and the number of the event that brought it. */
  public record NumberedTest(
      @ColumnName("event_number") long event, @ColumnName("result") @JsonColumn JudgedTest test) {}

  private record StoredTest(@JsonColumn JudgedTest result) {}

  /** The tests that arrived after the given event, in the order of arrival. */
  public static List<NumberedTest> after(Handle handle, Job job, long event) {
    String sql =
        """
        SELECT event_number, result FROM <tests>
        WHERE job_id = :job AND event_number > :event
        ORDER BY event_number
        """;
    return handle
        .createQuery(sql)
        .define("tests", job.lane().testsTable())
        .bind("job", job.id())
        .bind("event", event)
        .mapTo(NumberedTest.class)
        .list();
  }

  /** The tests by their place in the package. */
  public static List<JudgedTest> all(Handle handle, Job job) {
    return handle
        .createQuery("SELECT result FROM <tests> WHERE job_id = :job ORDER BY test_index")
        .define("tests", job.lane().testsTable())
        .bind("job", job.id())
        .mapTo(StoredTest.class)
        .map(StoredTest::result)
        .list();
  }

  /**
   * Stores tests under the numbers that follow the given event. A test that exists with the same
   * result keeps its number, since its followers have already seen it.
   */
  public static void put(Handle handle, Job job, long event, List<JudgedTest> tests) {
    if (!tests.isEmpty()) {
      bind(handle.createUpdate(PUT), job, event, tests).execute();
    }
  }

  private static Update bind(Update statement, Job job, long event, List<JudgedTest> tests) {
    return statement
        .define("tests", job.lane().testsTable())
        .bind("job", job.id())
        .bind("event", event)
        .bindArray("places", Integer.class, tests.stream().map(JudgedTest::index).toList())
        .bindArray(
            "results", String.class, tests.stream().map(Json.MAPPER::writeValueAsString).toList());
  }

  /** Forgets all tests of a job. */
  public static void forget(Handle handle, Job job) {
    handle
        .createUpdate("DELETE FROM <tests> WHERE job_id = :job")
        .define("tests", job.lane().testsTable())
        .bind("job", job.id())
        .execute();
  }
}
