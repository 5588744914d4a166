package dev.touchstone.exercises.draft;

import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.problempackage.FormatVersion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes changed parts into the files of a draft. Keys that it does not know stay; comments of a
 * YAML file that changes do not.
 */
final class SettingsWriter {
  private static final double MS_PER_SECOND = 1000;
  private final DraftTexts texts;
  private final FormatVersion version;

  private SettingsWriter(DraftTexts texts) throws IOException {
    this.texts = texts;
    this.version = SettingsFiles.version(texts);
  }

  /**
   * Applies a change that {@link SettingsCheck} accepted.
   *
   * @throws ProblemException 422 {@code package_invalid} if a file to change is not valid YAML
   */
  static void write(DraftTexts texts, DraftSettings change) throws IOException {
    SettingsWriter writer = new SettingsWriter(texts);
    writer.problem(change);
    writer.touchstone(change);
    writer.tests(change);
    writer.texts(change);
  }

  private void problem(DraftSettings change) throws IOException {
    boolean flags = change.checker() != null && version == FormatVersion.LEGACY;
    if (change.titles() == null && change.limits() == null && change.scoring() == null && !flags) {
      return;
    }
    ObjectNode file = yaml(SettingsFiles.PROBLEM);
    if (change.titles() != null) {
      titles(file, change.titles());
    }
    if (change.limits() != null) {
      limits(file, change.limits());
    }
    if (change.scoring() != null) {
      scoring(file, change.scoring());
    }
    if (flags) {
      put(file, "validator_flags", String.join(" ", change.checker()));
    }
    texts.writeYaml(SettingsFiles.PROBLEM, file);
  }

  private static void titles(ObjectNode file, Map<String, @Nullable String> titles) {
    ObjectNode names = file.objectNode();
    if (file.path("name") instanceof ObjectNode before) {
      names.setAll(before);
    } else if (!file.path("name").asString("").isEmpty()) {
      names.put("en", file.path("name").asString(""));
    }
    titles.forEach((locale, title) -> put(names, locale, title));
    file.set("name", names);
  }

  private static void limits(ObjectNode file, DraftLimits change) {
    ObjectNode limits =
        file.path("limits") instanceof ObjectNode before ? before : file.putObject("limits");
    if (change.timeMs() == null) {
      limits.remove("time_limit");
    } else {
      limits.put("time_limit", change.timeMs() / MS_PER_SECOND);
    }
    put(limits, "memory", change.memoryMib());
    put(limits, "output", change.outputMib());
    put(limits, "code", change.sourceKib());
    if (limits.isEmpty()) {
      file.remove("limits");
    }
  }

  private static void scoring(ObjectNode file, boolean scoring) {
    List<String> other =
        (file.path("type").isArray()
                ? file.path("type").valueStream().map(item -> item.asString(""))
                : java.util.Arrays.stream(file.path("type").asString("").split(" ")))
            .filter(type -> !type.isBlank())
            .filter(type -> !type.equals("scoring") && !type.equals("pass-fail"))
            .toList();
    ArrayNode types = file.putArray("type");
    types.add(scoring ? "scoring" : "pass-fail");
    other.forEach(types::add);
  }

  private void touchstone(DraftSettings change) throws IOException {
    ObjectNode file = yaml(SettingsFiles.TOUCHSTONE);
    ObjectNode before = file.deepCopy();
    set(file, "slug", change.slug());
    set(file, "category", change.category());
    set(file, "difficulty", change.difficultyLevel());
    list(file, "tags", change.tags());
    list(file, "languages", change.languages());
    if (change.points() != null) {
      file.put("points", change.points());
    }
    if (change.feedback() != null) {
      ObjectNode feedback = file.putObject("feedback");
      put(feedback, "samples", change.feedback().samples());
      put(feedback, "hidden", change.feedback().hidden());
      if (feedback.isEmpty()) {
        file.remove("feedback");
      }
    }
    if (change.editorialRule() != null) {
      ObjectNode rule = file.putObject("editorial");
      put(rule, "visible", change.editorialRule().visible());
      put(rule, "attempts", change.editorialRule().attempts());
      if (rule.isEmpty()) {
        file.remove("editorial");
      }
    }
    if (!file.equals(before)) {
      texts.writeYaml(SettingsFiles.TOUCHSTONE, file);
    }
  }

  private void tests(DraftSettings change) throws IOException {
    if (change.checker() != null && version != FormatVersion.LEGACY) {
      for (String part : List.of("sample", "secret")) { // no file is above both in every version
        String path = SettingsFiles.group(version, part);
        ObjectNode file = yaml(path);
        list(file, "output_validator_args", change.checker());
        texts.writeYaml(path, file);
      }
    }
    if (change.groups() == null) {
      return;
    }
    for (Map.Entry<String, @Nullable DraftGroup> entry : change.groups().entrySet()) {
      String path = SettingsFiles.group(version, entry.getKey());
      ObjectNode file = yaml(path);
      DraftGroup group =
          Optional.ofNullable(entry.getValue()).orElse(new DraftGroup(null, null, null));
      put(file, "max_score", group.points());
      put(file, "score_aggregation", group.aggregation());
      file.remove(List.of("require_pass", "scoring")); // the latter means the same
      list(file, "require_pass", group.requirePass());
      texts.writeYaml(path, file);
    }
  }

  private void texts(DraftSettings change) {
    if (change.statements() != null) {
      change
          .statements()
          .forEach((locale, text) ->
              texts.write(SettingsFiles.statement(version, locale), Optional.ofNullable(text)));
    }
    if (change.starterCode() != null) {
      change
          .starterCode()
          .forEach((language, text) -> starter(language, Optional.ofNullable(text)));
    }
    if (change.hints() != null) {
      hints(change.hints());
    }
    if (change.editorial() != null) {
      change.editorial().forEach(this::editorial);
    }
  }

  /** Hints are numbered by their order, so a change of one may move the others. */
  private void hints(List<Map<String, String>> hints) {
    for (String path : texts.paths()) {
      if (SettingsFiles.hintOf(path).isPresent()) {
        texts.write(path, Optional.empty());
      }
    }
    for (int i = 0; i < hints.size(); i++) {
      int number = i + 1;
      hints
          .get(i)
          .forEach((locale, text) ->
              texts.write(new SettingsFiles.Hint(number, locale).path(), Optional.of(text)));
    }
  }

  private void editorial(String locale, @Nullable String text) {
    for (String path : texts.paths()) { // solution.md is English, too
      if (SettingsFiles.editorialOf(path).filter(locale::equals).isPresent()) {
        texts.write(path, Optional.empty());
      }
    }
    texts.write(SettingsFiles.editorial(locale), Optional.ofNullable(text));
  }

  /** The editor has one file in each language, whatever its name was. */
  private void starter(String language, Optional<String> text) {
    List<String> before =
        texts.paths().stream()
            .filter(path -> path.startsWith(SettingsFiles.STARTER + language + "/"))
            .toList();
    String target = before.size() == 1 ? before.getFirst() : SettingsFiles.starter(language);
    before.forEach(path -> texts.write(path, Optional.empty()));
    if (text.isPresent()) {
      texts.write(target, text);
    }
  }

  private ObjectNode yaml(String path) throws IOException {
    return texts
        .yaml(path)
        .orElseThrow(() ->
            ProblemException.unprocessable(
                "package_invalid",
                "A file can't be changed part by part; see errors.",
                List.of(
                    new FieldError(
                        path, "is not valid YAML; correct it as a file", "package_fault"))));
  }

  /** Sets a text; null leaves it, and an empty one removes it. */
  private static void set(ObjectNode node, String key, @Nullable String text) {
    if (text != null) {
      put(node, key, text.isEmpty() ? null : text);
    }
  }

  private static void list(ObjectNode node, String key, @Nullable List<String> items) {
    if (items == null) {
      return;
    }
    node.remove(key);
    if (!items.isEmpty()) {
      items.forEach(node.withArray(key)::add);
    }
  }

  private static void put(ObjectNode node, String key, @Nullable String text) {
    if (text == null) {
      node.remove(key);
    } else {
      node.put(key, text);
    }
  }

  private static void put(ObjectNode node, String key, @Nullable Integer number) {
    if (number == null) {
      node.remove(key);
    } else {
      node.put(key, number);
    }
  }

  private static void put(ObjectNode node, String key, @Nullable Double number) {
    if (number == null) {
      node.remove(key);
    } else {
      node.put(key, number);
    }
  }
}
