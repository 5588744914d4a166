package dev.touchstone.exercises.draft;

import dev.touchstone.problempackage.FormatVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the parts of a draft that have fields. What a file does not set, or sets in a way that the
 * format does not know, is left out: checking the draft says what is wrong.
 */
final class SettingsReader {
  private static final double MS_PER_SECOND = 1000;

  /** All texts and groups together, in bytes; what is beyond is edited as files. */
  private static final long MOST_READ = 4L * 1024 * 1024;

  private final DraftTexts texts;
  private final FormatVersion version;
  private final JsonNode problem;
  private final JsonNode touchstone;
  private long read;

  private SettingsReader(DraftTexts texts) throws IOException {
    this.texts = texts;
    this.version = SettingsFiles.version(texts);
    this.problem = yaml(SettingsFiles.PROBLEM);
    this.touchstone = yaml(SettingsFiles.TOUCHSTONE);
  }

  static DraftSettings read(DraftTexts texts) throws IOException {
    return new SettingsReader(texts).read();
  }

  private DraftSettings read() throws IOException {
    return new DraftSettings(
        text(touchstone.path("slug")),
        titles(),
        statements(),
        text(touchstone.path("category")),
        text(touchstone.path("difficulty")),
        list(touchstone.path("tags")),
        integer(touchstone.path("points"), 1),
        list(touchstone.path("languages")),
        limits(),
        new DraftFeedback(
            text(touchstone.path("feedback").path("samples")),
            text(touchstone.path("feedback").path("hidden"))),
        list(problem.path("type")).contains("scoring"),
        checker(),
        groups(),
        starterCode(),
        hints(),
        editorial(),
        new DraftEditorialRule(
            text(touchstone.path("editorial").path("visible")),
            integer(touchstone.path("editorial").path("attempts"), 1)));
  }

  private JsonNode yaml(String path) throws IOException {
    return texts.yaml(path).<JsonNode>map(node -> node).orElseGet(() -> empty());
  }

  private static ObjectNode empty() {
    return dev.touchstone.problempackage.yaml.BoundedYaml.MAPPER.createObjectNode();
  }

  private Map<String, @Nullable String> titles() {
    Map<String, @Nullable String> titles = new TreeMap<>();
    JsonNode name = problem.path("name");
    if (name.isObject()) {
      name.forEachEntry((locale, title) -> titles.put(locale, title.asString("")));
    } else if (name.isValueNode() && !name.isNull()) {
      titles.put("en", name.asString(""));
    }
    return titles;
  }

  private Map<String, @Nullable String> statements() throws IOException {
    Map<String, @Nullable String> statements = new TreeMap<>();
    for (String path : texts.paths()) {
      Optional<String> locale = SettingsFiles.localeOf(version, path);
      if (locale.isPresent() && hasRoom(path)) {
        texts.text(path).ifPresent(text -> statements.put(locale.get(), text));
      }
    }
    return statements;
  }

  private DraftLimits limits() {
    JsonNode limits = problem.path("limits");
    return new DraftLimits(
        integer(limits.path("time_limit"), MS_PER_SECOND),
        integer(limits.path("memory"), 1),
        integer(limits.path("output"), 1),
        integer(limits.path("code"), 1));
  }

  private List<String> checker() throws IOException {
    return version == FormatVersion.LEGACY
        ? list(problem.path("validator_flags"))
        : list(yaml(SettingsFiles.group(version, "secret")).path("output_validator_args"));
  }

  private Map<String, @Nullable DraftGroup> groups() throws IOException {
    Map<String, @Nullable DraftGroup> groups = new TreeMap<>();
    if (version == FormatVersion.LEGACY) { // its rules are others; they are edited as files
      return groups;
    }
    for (String path : texts.paths()) {
      Optional<String> group = SettingsFiles.groupOf(version, path);
      if (group.isPresent() && hasRoom(path)) {
        JsonNode file = yaml(path);
        JsonNode nested = file.path("scoring"); // as in drafts of 2023-07
        JsonNode required = either(file.path("require_pass"), nested.path("require_pass"));
        groups.put(
            group.get(),
            new DraftGroup(
                number(either(file.path("max_score"), nested.path("score"))),
                text(either(file.path("score_aggregation"), nested.path("aggregation"))),
                required.isMissingNode() ? null : list(required)));
      }
    }
    return groups;
  }

  private Map<String, @Nullable String> starterCode() throws IOException {
    Map<String, @Nullable String> code = new TreeMap<>();
    for (String path : texts.paths()) {
      if (path.startsWith(SettingsFiles.STARTER)) {
        String[] steps = path.split("/", -1);
        if (steps.length == 3 && hasRoom(path)) {
          texts.text(path).ifPresent(text -> code.put(steps[1], text));
        }
      }
    }
    return code;
  }

  private List<Map<String, String>> hints() throws IOException {
    SortedMap<Integer, Map<String, String>> hints = new TreeMap<>();
    for (String path : texts.paths()) {
      Optional<SettingsFiles.Hint> hint = SettingsFiles.hintOf(path);
      if (hint.isPresent() && hasRoom(path)) {
        Map<String, String> locales =
            hints.computeIfAbsent(hint.get().number(), _ -> new TreeMap<>());
        texts.text(path).ifPresent(text -> locales.putIfAbsent(hint.get().locale(), text));
      }
    }
    return List.copyOf(hints.values());
  }

  private Map<String, @Nullable String> editorial() throws IOException {
    Map<String, @Nullable String> editorial = new TreeMap<>();
    for (String path : texts.paths()) {
      Optional<String> locale = SettingsFiles.editorialOf(path);
      if (locale.isPresent() && hasRoom(path)) {
        texts.text(path).ifPresent(text -> editorial.put(locale.get(), text));
      }
    }
    return editorial;
  }

  /** Takes a file into account unless it is one too many. */
  private boolean hasRoom(String path) {
    long size = texts.size(path);
    if (read + size > MOST_READ) {
      return false;
    }
    read += size;
    return true;
  }

  private static @Nullable String text(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? node.asString("") : null;
  }

  private static JsonNode either(JsonNode node, JsonNode other) {
    return node.isMissingNode() ? other : node;
  }

  private static @Nullable Double number(JsonNode node) {
    return node.isNumber() ? node.doubleValue() : null;
  }

  private static @Nullable Integer integer(JsonNode node, double factor) {
    if (!node.isNumber()) {
      return null;
    }
    double value = node.doubleValue() * factor;
    return value >= 0 && value <= Integer.MAX_VALUE ? (int) Math.round(value) : null;
  }

  /** A list, or the words of one text. */
  private static List<String> list(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(item -> texts.add(item.asString("")));
    } else if (node.isValueNode() && !node.isNull()) {
      for (String word : node.asString("").split(" ", -1)) {
        if (!word.isBlank()) {
          texts.add(word.strip());
        }
      }
    }
    return texts;
  }
}
