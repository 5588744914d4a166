package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Constants;
import dev.touchstone.problempackage.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML file whose values are read by key; each wrong value becomes a fault. */
final class YamlFile {
  private static final YAMLMapper MAPPER = new YAMLMapper();
  private final String name;
  private final String path;
  private final JsonNode root;
  private final List<Fault> faults;

  private YamlFile(String name, String path, JsonNode root, List<Fault> faults) {
    this.name = name;
    this.path = path;
    this.root = root;
    this.faults = faults;
  }

  /** Reads a file; one that is missing or empty has no keys. */
  static YamlFile read(Path root, String name, List<Fault> faults) {
    return read(root, name, new Constants(Map.of()), faults);
  }

  /** Reads a file in which constants stand for their values. */
  static YamlFile read(Path root, String name, Constants constants, List<Fault> faults) {
    JsonNode content = JsonNodeFactory.instance.objectNode();
    Path file = root.resolve(name);
    if (Files.isRegularFile(file)) {
      try {
        JsonNode parsed =
            MAPPER.readTree(constants.replaceIn(PackageReader.text(root, name, faults)));
        if (parsed.isObject()) {
          content = parsed;
        } else if (!parsed.isMissingNode() && !parsed.isNull()) {
          faults.add(new Fault(name, "must hold keys and values"));
        }
      } catch (JacksonException e) {
        faults.add(
            new Fault(
                name,
                "is not YAML, line "
                    + e.getLocation().getLineNr()
                    + ": "
                    + e.getOriginalMessage().lines().findFirst().orElse("")));
      }
    }
    return new YamlFile(name, "", content, faults);
  }

  /** The values under a key that holds keys itself. */
  YamlFile section(String key) {
    JsonNode section = root.path(key);
    if (!section.isMissingNode() && !section.isNull() && !section.isObject()) {
      fault(key, "must hold keys and values");
    }
    return new YamlFile(
        name,
        path + key + ".",
        section.isObject() ? section : JsonNodeFactory.instance.objectNode(),
        faults);
  }

  String name() {
    return name;
  }

  Set<String> keys() {
    return new LinkedHashSet<>(root.propertyNames());
  }

  /** Names every key that is not one of those. */
  void allow(Set<String> known) {
    for (String key : keys()) {
      if (!known.contains(key)) {
        fault(key, "is not a key that is known here");
      }
    }
  }

  boolean has(String key) {
    return !root.path(key).isMissingNode() && !root.path(key).isNull();
  }

  Optional<String> text(String key) {
    JsonNode value = root.path(key);
    if (!has(key)) {
      return Optional.empty();
    }
    if (!value.isValueNode()) {
      fault(key, "must be a text");
      return Optional.empty();
    }
    return Optional.of(value.asString());
  }

  /** One of some words. */
  Optional<String> word(String key, List<String> words) {
    Optional<String> text = text(key);
    if (text.isPresent() && !words.contains(text.get())) {
      fault(key, "must be one of " + String.join(", ", words) + ", not " + text.get());
      return Optional.empty();
    }
    return text;
  }

  /** A number that is at least {@code least}. */
  Optional<Double> number(String key, double least) {
    if (!has(key)) {
      return Optional.empty();
    }
    JsonNode value = root.path(key);
    if (!value.isNumber() || value.asDouble() < least) {
      fault(
          key,
          least == Double.NEGATIVE_INFINITY
              ? "must be a number"
              : "must be a number of at least " + least);
      return Optional.empty();
    }
    return Optional.of(value.asDouble());
  }

  Optional<Boolean> flag(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (!root.path(key).isBoolean()) {
      fault(key, "must be true or false");
      return Optional.empty();
    }
    return Optional.of(root.path(key).asBoolean());
  }

  /** A list of texts; a single text is split at white space. */
  Optional<List<String>> texts(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    JsonNode value = root.path(key);
    List<String> texts = new ArrayList<>();
    if (value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode)) {
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
        .forEach(entry -> {
          if (entry.getValue().isValueNode()) {
            texts.put(entry.getKey(), entry.getValue().asString());
          } else {
            fault(key + "." + entry.getKey(), "must be a text");
          }
        });
    return texts;
  }

  boolean isObject(String key) {
    return root.path(key).isObject();
  }

  void fault(String key, String message) {
    faults.add(new Fault(name, path + key + " " + message));
  }
}
