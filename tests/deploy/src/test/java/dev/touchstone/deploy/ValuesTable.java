package dev.touchstone.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The values of a chart with the comments above them, as a table. */
final class ValuesTable {
  private static final Pattern KEY = Pattern.compile("( *)([A-Za-z][A-Za-z0-9_-]*):.*");

  private static final YAMLMapper YAML = new YAMLMapper();

  /** Longer defaults are only in the file. */
  private static final int LONGEST = 60;

  private ValuesTable() {}

  /** A value with its description. */
  private record Row(List<String> path, String description, JsonNode value) {}

  /** The table of a file, in Markdown. */
  static String of(String file) {
    StringBuilder table = new StringBuilder("| value | default | meaning |\n|---|---|---|\n");
    for (Row row : rows(file)) {
      table.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  String.join(".", row.path()),
                  defaultOf(row.value()),
                  row.description().replace("|", "\\|")));
    }
    return table.toString();
  }

  private static List<Row> rows(String file) {
    JsonNode values = YAML.readTree(file);
    List<Row> rows = new ArrayList<>();
    List<String> path = new ArrayList<>();
    List<String> comment = new ArrayList<>();
    int described = Integer.MAX_VALUE;
    for (String line : file.lines().toList()) {
      Matcher key = KEY.matcher(line);
      if (line.strip().startsWith("# ")) {
        comment.add(line.strip().substring(2));
      } else if (key.matches()) {
        int depth = key.group(1).length() / 2;
        path = new ArrayList<>(path.subList(0, Math.min(depth, path.size())));
        path.add(key.group(2));
        if (depth <= described) {
          described = Integer.MAX_VALUE;
        }
        JsonNode value = at(values, path);
        if (!comment.isEmpty()) {
          rows.add(new Row(List.copyOf(path), String.join(" ", comment), value));
          // What is below a described map of other names (services, peers) needs no description.
          described = Math.min(described, depth);
        } else if (value.isValueNode() && described == Integer.MAX_VALUE) {
          throw new AssertionError(String.join(".", path) + " has no comment");
        }
        comment.clear();
      } else {
        comment.clear();
      }
    }
    return rows;
  }

  private static JsonNode at(JsonNode values, List<String> path) {
    JsonNode value = values;
    for (String key : path) {
      value = value.path(key);
    }
    return value;
  }

  private static String defaultOf(JsonNode value) {
    String text = value.toString();
    if (text.equals("\"\"")) {
      return "–";
    }
    return text.length() > LONGEST ? "see `values.yaml`" : "`" + text + "`";
  }
}
