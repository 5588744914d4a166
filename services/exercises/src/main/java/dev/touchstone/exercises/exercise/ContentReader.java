package dev.touchstone.exercises.exercise;

import dev.touchstone.problempackage.ExampleSubmission;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.Guidance;
import dev.touchstone.problempackage.Limits;
import dev.touchstone.problempackage.Presentation;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.StatementSample;
import dev.touchstone.problempackage.TestCase;
import dev.touchstone.problempackage.TestGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Derives what the tables store from a package. Used once, by one thread. */
final class ContentReader {
  private static final int KIB_PER_MIB = 1024;

  /** What stands in the place of a slug in addresses. */
  private static final Set<String> RESERVED = Set.of("facets", "limits");

  private final ProblemPackage problem;
  private final TreeTexts texts;
  private final List<Fault> faults;

  private ContentReader(ProblemPackage problem, PackageTree tree, List<Fault> faults) {
    this.problem = problem;
    this.faults = faults;
    this.texts = new TreeTexts(tree, faults);
  }

  /**
   * Reads a package.
   *
   * @param faults takes everything that the format allows but the platform does not, and warnings
   */
  static ExerciseContent read(ProblemPackage problem, PackageTree tree, List<Fault> faults)
      throws IOException {
    return new ContentReader(problem, tree, faults).read();
  }

  private ExerciseContent read() throws IOException {
    Presentation presentation = problem.presentation();
    requireName(presentation.slug());
    Map<String, Translation> translations = translations();
    String locale = mainLocale(translations);
    Translation text =
        Optional.ofNullable(translations.remove(locale)).orElse(new Translation("", ""));
    return new ExerciseContent(
        presentation.slug(),
        locale,
        text,
        translations,
        texts.clean("touchstone.yaml", presentation.category()),
        presentation.difficulty(),
        presentation.tags().stream().map(tag -> texts.clean("touchstone.yaml", tag)).toList(),
        presentation.points(),
        presentation.languages(),
        limits(problem.limits()),
        cases(),
        solutions(),
        starterCode(presentation),
        guidance(presentation.guidance()));
  }

  private void requireName(String slug) {
    if (slug.chars().noneMatch(Character::isLetter)) {
      faults.add(
          new Fault("touchstone.yaml", "slug must contain a letter; digits alone would be an id"));
    } else if (RESERVED.contains(slug)) {
      faults.add(
          new Fault(
              "touchstone.yaml",
              "slug must not be " + slug + ", a name that the platform reserves"));
    }
  }

  private Map<String, Translation> translations() throws IOException {
    Map<String, Translation> translations = new TreeMap<>();
    var locales = new TreeSet<>(problem.names().keySet());
    locales.addAll(problem.statements().keySet());
    String anyTitle =
        problem.names().getOrDefault("en", new TreeMap<>(problem.names()).firstEntry().getValue());
    for (String locale : locales) {
      String title = problem.names().getOrDefault(locale, anyTitle);
      Path statement = problem.statements().get(locale);
      translations.put(
          locale,
          new Translation(
              texts.clean("problem.yaml", title),
              statement == null ? "" : texts.statement(statement, problem.constants())));
    }
    return translations;
  }

  /** English if it has a statement, otherwise the first language that has one. */
  private static String mainLocale(Map<String, Translation> translations) {
    return translations.entrySet().stream()
        .min(
            Comparator.comparing((Map.Entry<String, Translation> entry) ->
                    entry.getValue().description().isEmpty())
                .thenComparing(entry -> !entry.getKey().equals("en"))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse("en");
  }

  private static StoredLimits limits(Limits limits) {
    return new StoredLimits(
        limits.time().toMillis(),
        limits.memoryMib(),
        limits.outputMib() * KIB_PER_MIB,
        limits.sourceKib());
  }

  private List<StoredCase> cases() throws IOException {
    List<StoredCase> cases = new ArrayList<>();
    for (TestGroup group : problem.groups()) {
      for (TestCase test : group.cases()) {
        cases.add(test.sample() ? sample(group, test) : hidden(group, test));
      }
    }
    for (StatementSample sample : problem.statementSamples()) {
      cases.add(
          new StoredCase(
              sample.name(),
              "sample",
              0,
              StoredCase.SHOWN,
              texts.sample(sample.input()),
              texts.sample(sample.output()),
              interaction(sample.interaction())));
    }
    return cases;
  }

  private StoredCase sample(TestGroup group, TestCase test) throws IOException {
    return new StoredCase(
        test.name(),
        test.group(),
        group.points(),
        StoredCase.SAMPLE,
        texts.sample(test.shownInput()),
        texts.sample(test.shownAnswer()),
        interaction(test.interaction()));
  }

  private StoredCase hidden(TestGroup group, TestCase test) throws IOException {
    return new StoredCase(
        test.name(),
        test.group(),
        group.points(),
        StoredCase.HIDDEN,
        texts.content(test.input()),
        texts.content(test.answer()),
        null);
  }

  private @Nullable StoredText interaction(Optional<Path> file) throws IOException {
    return file.isPresent() ? texts.sample(file.get()) : null;
  }

  private List<StoredSolution> solutions() throws IOException {
    Path folder = problem.root().resolve("submissions");
    List<StoredSolution> solutions = new ArrayList<>();
    for (ExampleSubmission submission : problem.submissions()) {
      List<StoredSolution.SourceFile> files = new ArrayList<>();
      for (Path file : submission.files()) {
        files.add(
            new StoredSolution.SourceFile(folder.relativize(file).toString(), texts.content(file)));
      }
      List<String> expected = submission.expected().stream().sorted().toList();
      solutions.add(new StoredSolution(submission.name(), expected, files));
    }
    return solutions;
  }

  private StoredGuidance guidance(Guidance guidance) throws IOException {
    List<Map<String, String>> hints = new ArrayList<>();
    for (Map<String, Path> hint : guidance.hints()) {
      hints.add(markdown(hint));
    }
    return new StoredGuidance(
        hints, markdown(guidance.editorial()), guidance.visible().word(), guidance.attempts());
  }

  private Map<String, String> markdown(Map<String, Path> files) throws IOException {
    Map<String, String> read = new TreeMap<>();
    for (Map.Entry<String, Path> file : new TreeMap<>(files).entrySet()) {
      read.put(file.getKey(), texts.statement(file.getValue(), problem.constants()));
    }
    return read;
  }

  private Map<String, String> starterCode(Presentation presentation) {
    Map<String, String> code = new LinkedHashMap<>();
    presentation
        .starterCode()
        .forEach((language, text) -> code.put(language, texts.clean("starter/" + language, text)));
    return code;
  }
}
