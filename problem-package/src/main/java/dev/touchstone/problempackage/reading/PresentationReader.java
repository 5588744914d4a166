package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.Feedback;
import dev.touchstone.problempackage.Presentation;
import dev.touchstone.problempackage.function.FunctionLanguage;
import dev.touchstone.problempackage.function.Signature;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code touchstone.yaml} and the starter code. */
final class PresentationReader {
  private static final String FILE = "touchstone.yaml";
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final double POINTS = 100;

  private final Path root;
  private final String name;
  private final List<Fault> faults;

  PresentationReader(Path root, String name, List<Fault> faults) {
    this.root = root;
    this.name = name;
    this.faults = faults;
  }

  Presentation read(YamlFile metadata) throws IOException {
    YamlFile file = YamlFile.read(root, FILE, faults).check(FileSchema.TOUCHSTONE);
    YamlFile feedback = file.section("feedback");
    Optional<Signature> function = FunctionReader.read(file);
    return new Presentation(
        slug(file),
        file.text("category").orElse("other"),
        file.text("difficulty").orElse("medium"),
        file.texts("tags").or(() -> metadata.texts("keywords")).orElse(List.of()),
        points(file),
        languages(file, function),
        feedback(feedback, "samples", Feedback.DIFFERENCE),
        feedback(feedback, "hidden", Feedback.VERDICT),
        starterCode(function),
        function);
  }

  /**
   * Functions can only be written in languages for which Touchstone has a program that calls them.
   */
  private static List<String> languages(YamlFile file, Optional<Signature> function) {
    List<String> languages = file.texts("languages").orElse(List.of());
    if (function.isEmpty()) {
      return languages;
    }
    for (String language : languages) {
      if (FunctionLanguage.of(language).isEmpty()) {
        file.fault("languages", language + " is not a language in which a function can be written");
      }
    }
    return languages.isEmpty() ? FunctionLanguage.allIds() : languages;
  }

  private String slug(YamlFile file) {
    String slug =
        file.text("slug")
            .orElseGet(() ->
                name.toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^-|-$", ""));
    if (!SLUG.matcher(slug).matches()) {
      file.fault("slug", "must consist of lower case letters, digits and single dashes");
    }
    return slug;
  }

  private static int points(YamlFile file) {
    return file.number("points").orElse(POINTS).intValue();
  }

  private static Feedback feedback(YamlFile section, String key, Feedback defaultValue) {
    return section.text(key).flatMap(Feedback::of).orElse(defaultValue);
  }

  private Map<String, String> starterCode(Optional<Signature> function) throws IOException {
    Map<String, String> code = new LinkedHashMap<>();
    function.ifPresent(signature -> {
      for (FunctionLanguage language : FunctionLanguage.values()) {
        language.ids().forEach(id -> code.put(id, language.starterCode(signature)));
      }
    });
    Path folder = root.resolve("starter");
    if (!Files.isDirectory(folder)) {
      return code;
    }
    for (Path language : PackageReader.children(folder)) {
      String id = String.valueOf(language.getFileName());
      List<Path> files = Files.isDirectory(language) ? PackageReader.children(language) : List.of();
      if (files.size() != 1) {
        faults.add(new Fault("starter/" + id, "must be a folder with one file"));
        continue;
      }
      try {
        code.put(id, Files.readString(files.getFirst()));
      } catch (MalformedInputException e) {
        faults.add(new Fault("starter/" + id, "is not UTF-8"));
      }
    }
    return code;
  }
}
