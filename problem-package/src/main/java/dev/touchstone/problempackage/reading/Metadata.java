package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Constants;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.FormatVersion;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@code problem.yaml} says of the problem itself. */
final class Metadata {
  private static final Set<String> KEYS =
      Set.of(
          "problem_format_version",
          "type",
          "name",
          "uuid",
          "version",
          "credits",
          "source",
          "license",
          "rights_owner",
          "embargo_until",
          "limits",
          "keywords",
          "languages",
          "allow_file_writing",
          "constants");

  /** Some of them are of older texts of the format, and still in archives. */
  private static final Set<String> LEGACY_KEYS =
      Set.of(
          "problem_format_version",
          "type",
          "name",
          "uuid",
          "author",
          "source",
          "source_url",
          "license",
          "rights_owner",
          "limits",
          "validation",
          "validator",
          "validator_flags",
          "grading",
          "keywords",
          "libraries",
          "languages",
          "is_interactive",
          "license_owner",
          "publish",
          "allow_file_writing");

  private static final List<String> TYPES =
      List.of("pass-fail", "scoring", "multi-pass", "interactive", "submit-answer");

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final YamlFile file;
  private final List<String> types;
  private final List<String> validation;

  Metadata(YamlFile file, List<Fault> faults) {
    this.file = file;
    this.types = file.texts("type").orElse(List.of());
    this.validation = file.texts("validation").orElse(List.of());
  }

  FormatVersion version() {
    String text = file.text("problem_format_version").orElse("legacy");
    return FormatVersion.of(text)
        .orElseGet(() -> {
          file.fault(
              "problem_format_version",
              text + " is not one that is known here: legacy, 2023-07 and 2025-09");
          return FormatVersion.V2023_07;
        });
  }

  void checkKeys(FormatVersion version) {
    boolean legacy = version == FormatVersion.LEGACY;
    file.allow(legacy ? LEGACY_KEYS : KEYS);
    for (String type : types) {
      if (!TYPES.contains(type)) {
        file.fault("type", "must be of " + String.join(", ", TYPES) + ", not " + type);
      }
    }
    if (types.contains("pass-fail") && types.contains("scoring")) {
      file.fault("type", "can't be both pass-fail and scoring");
    }
    if (types.contains("submit-answer")) {
      file.fault("type", "submit-answer is not supported: submissions are programs");
    }
    if (legacy) {
      checkValidation();
    }
    if (version == FormatVersion.V2025_09) {
      checkUuid();
    }
  }

  private void checkUuid() {
    if (!file.has("uuid")) {
      file.fault("uuid", "is missing");
    } else if (!file.text("uuid").filter(text -> UUID.matcher(text).matches()).isPresent()) {
      file.fault("uuid", "must be a UUID, 32 hexadecimal digits in groups of 8-4-4-4-12");
    }
  }

  private void checkValidation() {
    for (String word : validation) {
      if (!Set.of("default", "custom", "score", "interactive", "multi-pass").contains(word)) {
        file.fault("validation", "must be of default, custom, score, interactive, not " + word);
      }
    }
    if (validation.contains("score") && !types.contains("scoring")) {
      file.fault("validation", "gives a score, but type is not scoring");
    }
    if (validation.contains("interactive") && !validation.contains("custom")) {
      file.fault("validation", "must be custom where it is interactive");
    }
  }

  /** Whether the problem is of a type; older packages say some of them under validation. */
  boolean is(String type) {
    return types.contains(type) || validation.contains(type);
  }

  /** Whether a legacy package brings a validator of its own. */
  boolean customValidation() {
    return validation.contains("custom");
  }

  /** Whether a legacy validator gives scores. */
  boolean validatorScores() {
    return validation.contains("score");
  }

  boolean namesByLocale() {
    return file.isObject("name");
  }

  Map<String, String> names() {
    if (namesByLocale()) {
      return file.textsByKey("name");
    }
    Map<String, String> names = new LinkedHashMap<>();
    file.text("name").ifPresent(text -> names.put("en", text));
    return names;
  }

  Constants constants() {
    if (!file.has("constants")) {
      return new Constants(Map.of());
    }
    file.section("constants");
    return new Constants(new HashMap<>(file.textsByKey("constants")));
  }
}
