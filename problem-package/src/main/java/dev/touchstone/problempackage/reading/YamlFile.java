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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML file whose values are read by key. {@link #check} reports what does not fit the file's
 * schema; reading such a value gives none.
 */
final class YamlFile {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.*)\"");

  private final String name;
  private final String path;
  private final ObjectNode root;
  private final List<Fault> faults;

  private YamlFile(String name, String path, ObjectNode root, List<Fault> faults) {
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
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    if (Files.isRegularFile(root.resolve(name))) {
      try {
        JsonNode parsed =
            MAPPER.readTree(constants.replaceIn(PackageReader.text(root, name, faults)));
        if (parsed instanceof ObjectNode object) {
          content = object;
        } else if (!parsed.isMissingNode() && !parsed.isNull()) {
          faults.add(new Fault(name, "must be a map of keys to values"));
        }
      } catch (JacksonException e) {
        faults.add(new Fault(name, notYaml(e)));
      }
    }
    removeNulls(content);
    return new YamlFile(name, "", content, faults);
  }

  private static String notYaml(JacksonException e) {
    String line = "line " + e.getLocation().getLineNr() + ": ";
    String message = e.getOriginalMessage().lines().findFirst().orElse("");
    Matcher twice = TWICE.matcher(message);
    return twice.find()
        ? line + "the key " + twice.group(1) + " occurs twice"
        : "is not YAML, " + line + message;
  }

  /** A key without a value is as good as none. */
  private static void removeNulls(ObjectNode node) {
    node.removeIf(JsonNode::isNull);
    for (JsonNode value : node) {
      if (value instanceof ObjectNode object) {
        removeNulls(object);
      }
    }
  }

  /** Reports everything that does not fit a schema. */
  YamlFile check(FileSchema schema) {
    schema.faults(root).forEach(message -> faults.add(new Fault(name, message)));
    return this;
  }

  /** The values under a key that has keys itself. */
  YamlFile section(String key) {
    return new YamlFile(
        name,
        path + key + ".",
        root.path(key) instanceof ObjectNode section
            ? section
            : JsonNodeFactory.instance.objectNode(),
        faults);
  }

  String name() {
    return name;
  }

  Set<String> keys() {
    return new LinkedHashSet<>(root.propertyNames());
  }

  boolean has(String key) {
    return root.has(key);
  }

  Optional<String> text(String key) {
    JsonNode value = root.path(key);
    return value.isValueNode() ? Optional.of(value.asString()) : Optional.empty();
  }

  Optional<Double> number(String key) {
    JsonNode value = root.path(key);
    return value.isNumber() ? Optional.of(value.asDouble()) : Optional.empty();
  }

  Optional<Boolean> flag(String key) {
    JsonNode value = root.path(key);
    return value.isBoolean() ? Optional.of(value.asBoolean()) : Optional.empty();
  }

  /** A list of texts; a single text is split at white space. */
  Optional<List<String>> texts(String key) {
    JsonNode value = root.path(key);
    List<String> texts = new ArrayList<>();
    if (value.isArray()) {
      value.valueStream().filter(JsonNode::isValueNode).forEach(item -> texts.add(item.asString()));
    } else if (value.isValueNode()) {
      texts.addAll(List.of(value.asString().strip().split("\\s+")));
      texts.removeIf(String::isEmpty);
    } else {
      return Optional.empty();
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
