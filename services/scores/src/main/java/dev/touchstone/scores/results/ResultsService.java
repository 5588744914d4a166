package dev.touchstone.scores.results;

import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.Page;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platformdata.audit.AuditOutbox;
import dev.touchstone.platformdata.audit.TeachingEvent;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.scores.exercise.Exercises;
import dev.touchstone.scores.progress.ExerciseProgress;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Shows what all learners have achieved: as pages, or whole as a file. A file is read page by page
 * too, so neither the memory nor a connection to the database is held while a slow client reads.
 * Thread-safe.
 */
public final class ResultsService {
  private static final int PAGE_OF_FILE = 100;

  /** Where only some exercises count, each page adds up their points anew. So there are few. */
  private static final int PAGE_OF_CHOSEN = 1000;

  private final Jdbi jdbi;
  private final ResultsStore store;
  private final Exercises exercises;
  private final Clock clock;

  /** Reads from the given database. */
  public ResultsService(Database database, Exercises exercises, Clock clock) {
    this.jdbi = database.jdbi();
    this.store = new ResultsStore(database.reads());
    this.exercises = exercises;
    this.clock = clock;
  }

  Page<LearnerResults> page(ResultsQuery query, Optional<String> cursor, int limit) {
    List<LearnerTotals> found = store.learners(query, cursor.map(query.order()::place), limit + 1);
    boolean more = found.size() > limit;
    List<LearnerTotals> shown = more ? found.subList(0, limit) : found;
    return new Page<>(
        withExercises(query, shown), more ? cursor(query.order().place(shown.getLast())) : null);
  }

  /** Notes who takes the results along. */
  void auditExport(Principal by, ResultsQuery query, String format) {
    String exercises =
        query
            .exercises()
            .map(ids -> ids.stream().map(String::valueOf).collect(Collectors.joining(",")))
            .orElse("all");
    TeachingEvent event =
        new TeachingEvent(
            "results.exported",
            by.userId(),
            null,
            Map.of("exercises", exercises, "format", format));
    jdbi.useHandle(handle -> AuditOutbox.add(handle, event, clock.instant()));
  }

  /** Writes all pages as one JSON object. */
  void writeJson(ResultsQuery query, Writer out) throws IOException {
    out.write("{\"items\":[");
    eachRow(
        query,
        (row, isFirst) ->
            out.write((isFirst ? "\n" : ",\n") + Json.MAPPER.writeValueAsString(row)));
    out.write("\n]}\n");
  }

  /** Writes all pages as CSV, with three columns for each exercise. */
  void writeCsv(ResultsQuery query, Writer out) throws IOException {
    List<Long> columns = query.exercises().orElseGet(store::attemptedExercises);
    ResultsCsv csv = new ResultsCsv(columns);
    out.write(csv.head(names(columns)));
    eachRow(query, (row, _) -> out.write(csv.line(row)));
  }

  private interface RowWriter {
    void write(LearnerResults row, boolean isFirst) throws IOException;
  }

  private void eachRow(ResultsQuery query, RowWriter writer) throws IOException {
    Optional<ResultsOrder.Place> after = Optional.empty();
    boolean more = true;
    int size = query.exercises().isEmpty() ? PAGE_OF_FILE : PAGE_OF_CHOSEN;
    while (more) {
      List<LearnerTotals> found = store.learners(query, after, size);
      boolean isFirst = after.isEmpty();
      for (LearnerResults row : withExercises(query, found)) {
        writer.write(row, isFirst);
        isFirst = false;
      }
      more = found.size() == size;
      after = more ? Optional.of(query.order().place(found.getLast())) : after;
    }
  }

  /** The slugs of exercises, or ids where the exercises service has or gives none. */
  private List<String> names(List<Long> ids) {
    List<String> names = new ArrayList<>();
    boolean answers = true;
    for (long id : ids) {
      Optional<String> slug = Optional.empty();
      try {
        slug = answers ? Optional.ofNullable(exercises.find(id).slug()) : slug;
      } catch (ProblemException e) {
        // The exercise was deleted; its results were not.
      } catch (ServiceClient.Unavailable e) {
        answers = false;
      }
      names.add(slug.orElse(Long.toString(id)));
    }
    return names;
  }

  private List<LearnerResults> withExercises(ResultsQuery query, List<LearnerTotals> learners) {
    Map<Long, List<ExerciseProgress>> achieved =
        store.exercises(learners.stream().map(LearnerTotals::userId).toList(), query.exercises());
    return learners.stream()
        .map(each -> LearnerResults.of(each, achieved.getOrDefault(each.userId(), List.of())))
        .toList();
  }

  private static String cursor(ResultsOrder.Place place) {
    return Cursor.of(place.key(), Long.toString(place.userId()));
  }
}
