package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.yaml.BoundedYaml;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Where the keys of a YAML file are, and its values as they are written: a tree of nodes keeps
 * neither. Read only when somebody asks.
 */
final class YamlLines {
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  private YamlLines() {}

  /** Reads a text that has been parsed before; of one that is no YAML, what comes before. */
  static YamlLines of(String text) {
    YamlLines found = new YamlLines();
    try (JsonParser parser = BoundedYaml.MAPPER.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String pointer = parser.streamReadContext().pathAsPointer().toString();
        found.lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
        if (token.isScalarValue()) {
          found.texts.put(pointer, parser.getString());
        }
      }
    } catch (JacksonException e) {
      // reported where the file is read
    }
    return found;
  }

  /** The line of a key by its JSON pointer; of what holds it, if it is not there; 0 for none. */
  int line(String pointer) {
    String place = pointer;
    while (!place.isEmpty() && !lines.containsKey(place)) {
      place = place.substring(0, place.lastIndexOf('/'));
    }
    return place.isEmpty() ? 0 : lines.getOrDefault(place, 0);
  }

  /** A value as it is written, such as {@code 1.50}; the given text if there is none. */
  String text(String pointer, String otherwise) {
    return texts.getOrDefault(pointer, otherwise);
  }

  /** The JSON pointer of a key below another. */
  static String within(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
