package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Constants;
import dev.touchstone.problempackage.FormatVersion;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The problem itself, as {@code problem.yaml} describes it. */
final class Metadata {
  private final YamlFile file;
  private final List<String> types;
  private final List<String> validation;

  Metadata(YamlFile file) {
    this.file = file;
    this.types = file.texts("type").orElse(List.of());
    this.validation = file.texts("validation").orElse(List.of());
  }

  FormatVersion version() {
    String text = file.text("problem_format_version").orElse("legacy");
    return FormatVersion.of(text)
        .orElseGet(() -> {
          file.fault("problem_format_version", "must be legacy, 2023-07 or 2025-09, not " + text);
          return FormatVersion.V2023_07;
        });
  }

  void check(FormatVersion version) {
    file.check(
        switch (version) {
          case LEGACY -> FileSchema.PROBLEM_LEGACY;
          case V2023_07 -> FileSchema.PROBLEM_2023_07;
          case V2025_09 -> FileSchema.PROBLEM_2025_09;
        });
    if (types.contains("pass-fail") && types.contains("scoring")) {
      file.fault("type", "can't be both pass-fail and scoring");
    }
    if (types.contains("submit-answer")) {
      file.fault("type", "submit-answer is not supported: submissions are programs");
    }
    if (version == FormatVersion.LEGACY) {
      checkValidation();
    }
  }

  private void checkValidation() {
    if (validation.contains("score") && !types.contains("scoring")) {
      file.fault("validation", "gives a score, but type is not scoring");
    }
    if (validation.contains("interactive") && !validation.contains("custom")) {
      file.fault("validation", "must be custom if it is interactive");
    }
  }

  /** Whether the problem is of a type; older packages list some of them under validation. */
  boolean is(String type) {
    return types.contains(type) || validation.contains(type);
  }

  /** Whether a legacy package contains a validator. */
  boolean customValidation() {
    return validation.contains("custom");
  }

  /** Whether a legacy validator gives scores. */
  boolean validatorScores() {
    return validation.contains("score");
  }

  /** Ids of the only languages in which solutions may be submitted; empty for all. */
  List<String> languages() {
    List<String> languages = file.texts("languages").orElse(List.of());
    return languages.equals(List.of("all")) ? List.of() : languages;
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
    Map<String, String> values = new HashMap<>();
    YamlFile constants = file.section("constants");
    for (String name : constants.keys()) {
      constants.written(name).ifPresent(value -> put(values, name, value));
      YamlFile variants = constants.section(name);
      for (String variant : variants.keys()) {
        String value = variants.written(variant).orElse("");
        if (variant.equals("value")) {
          put(values, name, value);
        } else {
          values.put(name + "." + variant, value);
        }
      }
    }
    return new Constants(values);
  }

  /** A constant's value has two names. */
  private static void put(Map<String, String> values, String name, String value) {
    values.put(name, value);
    values.put(name + ".value", value);
  }
}
