package dev.touchstone.operations.keys;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.http.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Every step of every rotation. Entries are only added, each under the next number and only if
 * nobody else has taken that number. So a step that was recorded is never lost, and of two
 * processes that go on from the same step, one is stopped.
 */
final class Journal {
  private final Site site;
  private int size;

  private Journal(Site site, int size) {
    this.site = site;
    this.size = size;
  }

  /** The journal and what it contains now. */
  record Opened(Journal journal, List<Rotation> entries) {
    Optional<Rotation> last() {
      return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
    }
  }

  static Opened open(Site site) {
    List<Rotation> entries = site.entries().stream().map(text -> read(site, text)).toList();
    return new Opened(new Journal(site, entries.size()), entries);
  }

  /**
   * Adds an entry.
   *
   * @throws OperationFailed if another process has added one since
   */
  void append(Rotation rotation) {
    if (!site.append(size, Json.MAPPER.writeValueAsString(rotation))) {
      throw new OperationFailed(
          "Another process has gone on with this rotation. This one stops; \"keys report\" shows where it stands.");
    }
    size++;
  }

  private static Rotation read(Site site, String text) {
    try {
      return Json.TOLERANT.readValue(text, Rotation.class);
    } catch (JacksonException e) {
      throw new OperationFailed(
          "An entry in %s can't be read: it is damaged, or of a newer version of this program."
              .formatted(site.name()),
          e);
    }
  }
}
