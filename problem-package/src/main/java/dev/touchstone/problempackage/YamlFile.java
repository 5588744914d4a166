package dev.touchstone.problempackage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML file whose values are read by key; each wrong value becomes a fault. */
final class YamlFile {
  private static final YAMLMapper MAPPER = new YAMLMapper();
  private final String name;
  private final JsonNode root;
  private final List<Fault> faults;

  private YamlFile(String name, JsonNode root, List<Fault> faults) {
    this.name = name;
    this.root = root;
    this.faults = faults;
  }

  /** Reads a file; one that is missing or empty has no keys. */
  static YamlFile read(Path root, String name, List<Fault> faults) {
    JsonNode content = JsonNodeFactory.instance.objectNode();
    Path file = root.resolve(name);
    if (Files.isRegularFile(file)) {
      try {
        JsonNode parsed = MAPPER.readTree(file.toFile());
        if (parsed.isObject()) {
          content = parsed;
        } else if (!parsed.isMissingNode() && !parsed.isNull()) {
          faults.add(new Fault(name, "must hold keys and values"));
        }
      } catch (JacksonException e) {
        faults.add(new Fault(name, "is not YAML: " + e.getOriginalMessage()));
      }
    }
    return new YamlFile(name, content, faults);
  }

  /** The values under a key that holds keys itself. */
  YamlFile section(String key) {
    JsonNode section = root.path(key);
    if (!section.isMissingNode() && !section.isObject()) {
      fault(key, "must hold keys and values");
    }
    return new YamlFile(
        name, section.isObject() ? section : JsonNodeFactory.instance.objectNode(), faults);
  }

  boolean has(String key) {
    return !root.path(key).isMissingNode();
  }

  Optional<String> text(String key) {
    JsonNode value = root.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isValueNode()) {
      fault(key, "must be a text");
      return Optional.empty();
    }
    return Optional.of(value.asString());
  }

  /** A number that is at least {@code least}. */
  Optional<Double> number(String key, double least) {
    JsonNode value = root.path(key);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isNumber() || value.asDouble() < least) {
      fault(key, "must be a number of at least " + least);
      return Optional.empty();
    }
    return Optional.of(value.asDouble());
  }

  /** A list of texts; a single text is split at white space. */
  Optional<List<String>> texts(String key) {
    JsonNode value = root.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(item -> texts.add(item.asString()));
    } else if (value.isValueNode()) {
      texts.addAll(List.of(value.asString().strip().split("\\s+")));
      texts.removeIf(String::isEmpty);
    } else {
      fault(key, "must be a list of texts");
    }
    return Optional.of(texts);
  }

  /** A text per key, such as a name per locale. */
  Map<String, String> textsByKey(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    root.path(key)
        .properties()
        .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
    return texts;
  }

  boolean isObject(String key) {
    return root.path(key).isObject();
  }

  void fault(String key, String message) {
    faults.add(new Fault(name, key + " " + message));
  }
}
