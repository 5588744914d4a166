package dev.touchstone.operations.status;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.operations.status.Documents.Document;
import dev.touchstone.platform.http.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;

/** Incidents, each a document of its own, to which updates are only added. Thread-safe. */
final class Incidents {
  private static final String FOLDER = "incidents";
  private final Documents documents;

  Incidents(Documents documents) {
    this.documents = documents;
  }

  /**
   * What was found.
   *
   * @param incidents those that can be read, the latest first
   * @param faults a sentence for each that can't
   */
  record Found(List<Incident> incidents, List<String> faults) {}

  /** All incidents as they are stored, by the names of their documents. */
  Map<String, Document> stored() {
    Map<String, Document> stored = new TreeMap<>();
    documents
        .names(FOLDER)
        .forEach(name -> documents.find(name).ifPresent(document -> stored.put(name, document)));
    return stored;
  }

  /** Reads them; one that is damaged does not keep the others from people. */
  Found read(Map<String, Document> stored) {
    List<Incident> incidents = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    stored.forEach((name, document) -> {
      try {
        incidents.add(read(name, document.text()));
      } catch (OperationFailed e) {
        faults.add(e.getMessage() + " It is left out.");
      }
    });
    incidents.sort(Comparator.comparing(Incident::begunAt).thenComparing(Incident::id).reversed());
    return new Found(incidents, faults);
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
