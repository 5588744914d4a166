package dev.touchstone.operations.status;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.operations.status.Documents.Document;
import dev.touchstone.platform.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** The status page in its folder or bucket: history and incidents, and what browsers get. */
final class StatusPage {
  private static final String HISTORY = "history.json";

  /** Incidents that ended earlier are not shown any more. */
  private static final Duration SHOWN = Duration.ofDays(History.DAYS);

  private final Documents documents;
  private final Incidents incidents;

  StatusPage(Documents documents) {
    this.documents = documents;
    this.incidents = new Incidents(documents);
  }

  Incidents incidents() {
    return incidents;
  }

  /** Where it is, for messages. */
  String name() {
    return documents.name();
  }

  /** Adds a check to the history, also while others do. */
  void record(Check check) {
    documents.change(
        HISTORY,
        old ->
            Json.MAPPER.writeValueAsString(old.map(this::read).orElse(History.EMPTY).with(check))
                + "\n");
  }

  /**
   * Writes the files for browsers from what is recorded, again and again until nobody has recorded
   * more meanwhile: the files of a slow run would otherwise take a new incident off the page.
   *
   * @return a sentence for each incident that can't be read
   */
  List<String> publish(Instant now) {
    for (int attempt = 0; attempt < Documents.ATTEMPTS; attempt++) {
      Optional<Document> history = documents.find(HISTORY);
      Map<String, Document> stored = incidents.stored();
      Incidents.Found found = incidents.read(stored);
      write(
          Report.of(
              history.map(document -> read(document.text())).orElse(History.EMPTY),
              shown(found.incidents(), now),
              now));
      if (documents.find(HISTORY).equals(history) && incidents.stored().equals(stored)) {
        return found.faults();
      }
    }
    throw new OperationFailed(
        "%s is being changed by others all the time, so the page may be old. Publish it again."
            .formatted(documents.name()));
  }

  private static List<Incident> shown(List<Incident> incidents, Instant now) {
    return incidents.stream()
        .filter(
            incident -> incident.endedAt() == null || incident.endedAt().isAfter(now.minus(SHOWN)))
        .toList();
  }

  private void write(Report report) {
    documents.publish(
        "status.json", Json.MAPPER.writeValueAsString(report) + "\n", "application/json");
    documents.publish("index.html", new PageWriter(report).html(), "text/html; charset=utf-8");
  }

  /** A damaged history is never overwritten. */
  private History read(String text) {
    try {
      History history = Json.TOLERANT.readValue(text, History.class);
      if (history != null) {
        return history;
      }
    } catch (JacksonException _) {
      // reported below
    }
    throw new OperationFailed(
        "%s in %s can't be read: it is damaged, or of a newer version of this program. Bring back an earlier version of the file, or move it away to begin a new history."
            .formatted(HISTORY, documents.name()));
  }
}
