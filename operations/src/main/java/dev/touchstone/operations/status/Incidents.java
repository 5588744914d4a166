package dev.touchstone.operations.status;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.http.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;

/** Incidents, each a document of its own, to which updates are only added. Thread-safe. */
final class Incidents {
  private static final String FOLDER = "incidents";
  private final Documents documents;

  Incidents(Documents documents) {
    this.documents = documents;
  }

  /** All incidents, the latest first. */
  List<Incident> all() {
    return documents.names(FOLDER).stream()
        .map(name -> documents.find(name).map(document -> read(name, document.text())))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Incident::begunAt).thenComparing(Incident::id).reversed())
        .toList();
  }

  /** Adds an incident. */
  void add(Incident incident) {
    if (!documents.create(file(incident.id()), text(incident))) {
      throw new OperationFailed(
          "There is an incident %s already. Run it again.".formatted(incident.id()));
    }
  }

  /**
   * Changes an incident; a change that another makes at the same time is kept.
   *
   * @throws OperationFailed if there is none with this id
   */
  void change(String id, UnaryOperator<Incident> change) {
    documents.change(
        file(id),
        old -> {
          String text =
              old.orElseThrow(() ->
                  new OperationFailed(
                      "There is no incident %s in %s; \"incident list --all\" shows their ids."
                          .formatted(id, documents.name())));
          return text(change.apply(read(file(id), text)));
        });
  }

  private static String file(String id) {
    return FOLDER + "/" + id + ".json";
  }

  private static String text(Incident incident) {
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(incident) + "\n";
  }

  private Incident read(String name, String text) {
    try {
      Incident incident = Json.TOLERANT.readValue(text, Incident.class);
      if (incident != null) {
        return incident;
      }
    } catch (JacksonException _) {
      // reported below
    }
    throw new OperationFailed(
        "%s in %s can't be read: it is damaged, or of a newer version of this program."
            .formatted(name, documents.name()));
  }
}
