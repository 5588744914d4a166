package dev.touchstone.exercises.draft;

import dev.touchstone.exercises.exercise.RevisionFile;
import dev.touchstone.problempackage.yaml.BoundedYaml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The small files of a draft while its parts are read or changed. Used by one thread. */
final class DraftTexts {
  private static final YAMLMapper WRITER =
      YAMLMapper.builder().disable(YAMLWriteFeature.WRITE_DOC_START_MARKER).build();

  private final DraftFiles store;
  private final SortedMap<String, RevisionFile> files = new TreeMap<>();
  private final Map<String, ObjectNode> yaml = new TreeMap<>();
  private final Map<String, String> written = new TreeMap<>();
  private final Set<String> removed = new TreeSet<>();

  DraftTexts(DraftFiles store, List<RevisionFile> files) {
    this.store = store;
    files.forEach(file -> this.files.put(file.path(), file));
  }

  /** The paths of all files, those that were just written, too. */
  Set<String> paths() {
    Set<String> paths = new TreeSet<>(files.keySet());
    paths.addAll(written.keySet());
    paths.removeAll(removed);
    return paths;
  }

  /** The text of a file; empty if it is missing or too large. */
  Optional<String> text(String path) throws IOException {
    RevisionFile file = files.get(path);
    return file == null ? Optional.empty() : store.text(file);
  }

  /** The size of a stored file in bytes; 0 if it is missing. */
  long size(String path) {
    RevisionFile file = files.get(path);
    return file == null ? 0 : file.size();
  }

  /** A YAML file as an object that may be changed; empty if it is neither missing nor readable. */
  Optional<ObjectNode> yaml(String path) throws IOException {
    ObjectNode known = yaml.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<ObjectNode> read = parsed(path);
    read.ifPresent(node -> yaml.put(path, node));
    return read;
  }

  private Optional<ObjectNode> parsed(String path) throws IOException {
    if (!files.containsKey(path)) {
      return Optional.of(BoundedYaml.MAPPER.createObjectNode());
    }
    try {
      JsonNode node = BoundedYaml.MAPPER.readTree(text(path).orElse("[]"));
      return node instanceof ObjectNode object
          ? Optional.of(object)
          : node.isMissingNode() || node.isNull()
              ? Optional.of(BoundedYaml.MAPPER.createObjectNode())
              : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Writes a text, or removes the file. */
  void write(String path, Optional<String> text) {
    text.ifPresentOrElse(
        value -> {
          written.put(path, value);
          removed.remove(path);
        },
        () -> {
          written.remove(path);
          removed.add(path);
        });
  }

  /** Writes a YAML file, and removes one without content. */
  void writeYaml(String path, ObjectNode content) {
    write(
        path,
        content.isEmpty() ? Optional.empty() : Optional.of(WRITER.writeValueAsString(content)));
  }

  /** Stores what was written. */
  DraftStore.Change stored(String title) throws IOException {
    List<RevisionFile> stored = new ArrayList<>();
    for (Map.Entry<String, String> file : written.entrySet()) {
      stored.add(store.store(file.getKey(), file.getValue()));
    }
    return new DraftStore.Change(stored, removed, title);
  }
}
