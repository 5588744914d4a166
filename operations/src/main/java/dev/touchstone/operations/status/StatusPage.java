package dev.touchstone.operations.status;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

  /** What has been recorded. */
  History history() {
    return documents.find(HISTORY).map(document -> read(document.text())).orElse(History.EMPTY);
  }

  /** Adds a check to the history, also while others do. */
  void record(Check check) {
    documents.change(
        HISTORY,
        old ->
            Json.MAPPER.writeValueAsString(old.map(this::read).orElse(History.EMPTY).with(check))
                + "\n");
  }

  /** Writes the files for browsers from what is recorded. */
  void publish(Instant now) {
    History history = history();
    List<Incident> shown =
        incidents.all().stream()
            .filter(incident ->
                incident.endedAt() == null || incident.endedAt().isAfter(now.minus(SHOWN)))
            .toList();
    Report report = Report.of(history, shown, now);
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
