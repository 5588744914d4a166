package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Constants;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.yaml.BoundedYaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML file whose values are read by key. {@link #check} reports what does not fit the file's
 * schema; reading such a value gives none.
 */
final class YamlFile {
  /** Constants may not make a file longer than this, in characters. */
  private static final int LONGEST = 1 << 20;

  private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.*)\"");

  private final String name;
  private final String path;
  private final String pointer;
  private final ObjectNode root;
  private final Supplier<YamlLines> lines;
  private final List<Fault> faults;

  private YamlFile(
      String name,
      String path,
      String pointer,
      ObjectNode root,
      Supplier<YamlLines> lines,
      List<Fault> faults) {
    this.name = name;
    this.path = path;
    this.pointer = pointer;
    this.root = root;
    this.lines = lines;
    this.faults = faults;
  }

  /** Reads a file; one that is missing or empty has no keys. */
  static YamlFile read(Path root, String name, List<Fault> faults) {
    return read(root, name, new Constants(Map.of()), faults);
  }

  /** Reads a file in which constants stand for their values. */
  static YamlFile read(Path root, String name, Constants constants, List<Fault> faults) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    String text = "";
    if (Files.isRegularFile(root.resolve(name))) {
      try {
        text = constants.replaceIn(PackageReader.text(root, name, faults), LONGEST);
        if (text.length() > LONGEST) {
          faults.add(new Fault(name, "is too long with the values of its constants"));
          text = "";
        }
        JsonNode parsed = BoundedYaml.MAPPER.readTree(text);
        if (parsed instanceof ObjectNode object) {
          content = object;
        } else if (!parsed.isMissingNode() && !parsed.isNull()) {
          faults.add(new Fault(name, "must be a map of keys to values"));
        }
      } catch (JacksonException e) {
        faults.add(notYaml(name, e));
      }
    }
    removeNulls(content);
    String read = text;
    Supplier<YamlLines> lines =
        new Supplier<>() {
          private @Nullable YamlLines found;

          @Override
          public YamlLines get() {
            if (found == null) {
              found = YamlLines.of(read);
            }
            return found;
          }
        };
    return new YamlFile(name, "", "", content, lines, faults);
  }

  private static Fault notYaml(String name, JacksonException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("");
    Matcher twice = TWICE.matcher(message);
    return new Fault(
        name,
        e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr()),
        twice.find()
            ? "the key " + twice.group(1) + " occurs twice"
            : BoundedYaml.exceeds(e) ? BoundedYaml.BOUNDS : "is not YAML: " + message);
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

  /** Reports everything that does not fit a schema, and the keys that are not used. */
  YamlFile check(FileSchema schema) {
    schema
        .faults(root)
        .forEach(fault -> {
          boolean warning = fault.unknownKey() && schema.allowsUnknownKeys();
          faults.add(new Fault(name, lines.get().line(fault.pointer()), fault.message(), warning));
        });
    schema
        .unused(root)
        .forEach((place, what) ->
            faults.add(
                Fault.warning(
                    name,
                    lines.get().line(place),
                    place.substring(1).replace('/', '.') + " " + what)));
    return this;
  }

  /** The values under a key that has keys itself. */
  YamlFile section(String key) {
    return new YamlFile(
        name,
        path + key + ".",
        YamlLines.within(pointer, key),
        root.path(key) instanceof ObjectNode section
            ? section
            : JsonNodeFactory.instance.objectNode(),
        lines,
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

  /** A value exactly as it is written, such as {@code 1.50} or {@code 1e18}. */
  Optional<String> written(String key) {
    return text(key).map(text -> lines.get().text(YamlLines.within(pointer, key), text));
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
    faults.add(new Fault(name, line(key), path + key + " " + message));
  }

  /** Reports something that the author should know about a key. */
  void warn(String key, String message) {
    faults.add(Fault.warning(name, line(key), path + key + " " + message));
  }

  private int line(String key) {
    return lines.get().line(YamlLines.within(pointer, key));
  }
}
