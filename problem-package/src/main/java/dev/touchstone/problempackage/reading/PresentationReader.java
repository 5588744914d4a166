package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.DataFiles;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.Feedback;
import dev.touchstone.problempackage.Presentation;
import dev.touchstone.problempackage.function.FunctionLanguage;
import dev.touchstone.problempackage.function.Signature;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code touchstone.yaml} and the starter code. */
final class PresentationReader {
  private static final String FILE = "touchstone.yaml";
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]++(-[a-z0-9]++)*+");
  private static final double POINTS = 100;

  private final Path root;
  private final String name;
  private final List<Fault> faults;

  PresentationReader(Path root, String name, List<Fault> faults) {
    this.root = root;
    this.name = name;
    this.faults = faults;
  }

  /**
   * Reads it.
   *
   * @param metadata {@code problem.yaml}
   * @param allowed the languages that it allows, empty for all
   */
  Presentation read(YamlFile metadata, List<String> allowed) throws IOException {
    YamlFile file = YamlFile.read(root, FILE, faults).check(FileSchema.TOUCHSTONE);
    KnownLanguages.check(metadata, allowed);
    KnownLanguages.check(file, file.texts("languages").orElse(List.of()));
    KnownLanguages.check(root, faults);
    YamlFile feedback = file.section("feedback");
    Optional<Signature> function = FunctionReader.read(file);
    return new Presentation(
        slug(file),
        file.text("category").orElse("other"),
        file.text("difficulty").orElse("medium"),
        file.texts("tags").or(() -> metadata.texts("keywords")).orElse(List.of()),
        points(file),
        languages(file, allowed, function),
        feedback(feedback, "samples", Feedback.DIFFERENCE),
        feedback(feedback, "hidden", Feedback.VERDICT),
        starterCode(function),
        function,
        new GuidanceReader(root, faults).read(file.section("editorial")),
        new DataFiles(file.text("input_file").orElse(""), file.text("output_file").orElse("")));
  }

  /**
   * Functions can only be written in languages for which Touchstone has a program that calls them.
   */
  private static List<String> languages(
      YamlFile file, List<String> allowed, Optional<Signature> function) {
    List<String> languages = file.texts("languages").orElse(allowed);
    for (String language : languages) {
      if (!allowed.isEmpty() && !allowed.contains(language)) {
        file.fault("languages", language + " is not one of the languages of problem.yaml");
      }
    }
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
    Optional<String> slug = file.text("slug");
    if (slug.isEmpty()) {
      return slugOfName();
    }
    if (!SLUG.matcher(slug.get()).matches()) {
      file.fault("slug", "must consist of lower case letters, digits and single dashes");
    }
    return slug.get();
  }

  /** Made of the package's name; one in another script gets a slug that says nothing. */
  private String slugOfName() {
    String slug =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replace('đ', 'd')
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    if (!slug.isEmpty()) {
      return slug;
    }
    if (name.isBlank()) {
      faults.add(new Fault("", "nothing names the exercise; set slug in touchstone.yaml"));
      return "";
    }
    String made = "exercise-" + Integer.toHexString(name.hashCode());
    faults.add(
        Fault.warning(
            "",
            "the name "
                + name
                + " can't be part of an address, so the slug is "
                + made
                + "; touchstone.yaml may set another one"));
    return made;
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
    code.putAll(new StarterCode(root, faults).read());
    return code;
  }
}
