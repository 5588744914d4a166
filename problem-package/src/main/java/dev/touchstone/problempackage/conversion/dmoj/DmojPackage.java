package dev.touchstone.problempackage.conversion.dmoj;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.archive.ArchiveLimits;
import dev.touchstone.problempackage.archive.ArchiveReader;
import dev.touchstone.problempackage.conversion.Conversion;
import dev.touchstone.problempackage.yaml.BoundedYaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A folder of the DMOJ judge, and the problem package made from it. */
public final class DmojPackage {
  static final String NAME = "init.yml";

  /** Describes thousands of tests; in bytes. */
  private static final long LARGEST = 1 << 20;

  /** Ours: DMOJ has no example submissions. */
  static final String SUBMISSIONS = "submissions";

  static final String TESTS = "test_cases";
  static final String PRETESTS = "pretest_test_cases";
  private static final String FILE_IO = "file_io";

  private static final String WHEN_MISSING = "export the whole folder, with its archive of tests";

  /** What is read, here or by what writes tests and validator. */
  private static final Set<String> KEYS =
      Set.of(
          "archive",
          TESTS,
          PRETESTS,
          FILE_IO,
          DmojLimits.OUTPUT,
          "output_only",
          "checker",
          "interactive",
          "signature_grader",
          "unbuffered",
          "generator",
          "custom_judge",
          "grader",
          "points",
          "in",
          "out");

  private final JsonNode settings;
  private final Conversion conversion;
  private final Conversion data;

  private DmojPackage(JsonNode settings, Conversion conversion, Conversion data) {
    this.settings = settings;
    this.conversion = conversion;
    this.data = data;
  }

  /** Whether a folder is one of DMOJ's and not a package in our format. */
  public static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve(NAME))
        && !Files.exists(folder.resolve("problem.yaml"))
        && !Files.exists(folder.resolve("problem.xml"));
  }

  /**
   * Writes the problem package.
   *
   * @param target an empty folder
   * @param work a folder for the archive of tests, which need not exist
   * @param limits those of that archive, and of the new package
   * @return what an author should know
   * @throws PackageException with all faults
   */
  public static List<Fault> convert(Path folder, Path target, Path work, ArchiveLimits limits)
      throws PackageException, IOException {
    Conversion conversion = new Conversion(folder, target, limits, WHEN_MISSING);
    JsonNode settings = read(conversion.file(NAME));
    Conversion data = conversion;
    String archive = settings.path("archive").asString("");
    if (!archive.isEmpty()) {
      if (conversion.has(archive)) {
        Path tests = Files.createDirectories(work.resolve("tests"));
        new ArchiveReader(limits).unpack(conversion.file(archive), tests);
        data = conversion.from(tests, archive);
      } else {
        conversion.fault(archive, "is missing, though " + NAME + " names it");
      }
    }
    new DmojPackage(settings, conversion, data).convert(String.valueOf(target.getFileName()));
    return conversion.finish();
  }

  private static JsonNode read(Path file) throws PackageException, IOException {
    if (Files.size(file) > LARGEST) {
      throw new PackageException(
          List.of(new Fault(NAME, "is larger than " + (LARGEST >> 20) + " MiB")));
    }
    try {
      JsonNode settings =
          BoundedYaml.MAPPER.readTree(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      if (!settings.isObject()) {
        throw new PackageException(List.of(new Fault(NAME, "must be a map of keys to values")));
      }
      return settings;
    } catch (JacksonException e) {
      throw new PackageException(
          List.of(
              new Fault(
                  NAME,
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  BoundedYaml.exceeds(e)
                      ? BoundedYaml.BOUNDS
                      : "is not YAML: " + e.getOriginalMessage().lines().findFirst().orElse(""))));
    }
  }

  private void convert(String name) throws IOException {
    refuse("generator", "generators are not run; put the tests that they make into the archive");
    refuse("custom_judge", "programs for DMOJ's own classes are not supported");
    refuse("grader", "programs for DMOJ's own classes are not supported");
    refuse("output_only", "submissions are programs");
    for (String key : settings.propertyNames()) {
      if (!KEYS.contains(key)) {
        conversion.warn(NAME, key + " is not used");
      }
    }
    conversion.warn(
        NAME,
        "names no title, limits or statement, which DMOJ keeps in its database: write them into"
            + " problem.yaml and statement/problem.en.md of the converted package");
    DmojChecker checker = new DmojChecker(conversion, settings);
    List<String> arguments = checker.write();
    boolean scoring = new DmojTests(conversion, data, checker).write(settings, tests());
    List<String> languages = grader();
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("problem_format_version", "2023-07-draft");
    List<String> types = new ArrayList<>(List.of(scoring ? "scoring" : "pass-fail"));
    if (checker.interactive()) {
      types.add("interactive");
    }
    metadata.put("type", types);
    metadata.put("name", name);
    metadata.put("uuid", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    Map<String, Object> limits = DmojLimits.read(settings, conversion);
    if (!limits.isEmpty()) {
      metadata.put("limits", limits);
    }
    conversion.writeYaml("problem.yaml", metadata);
    conversion.copyFolder(SUBMISSIONS);
    if (!arguments.isEmpty()) {
      conversion.writeYaml(
          "data/test_group.yaml", Map.of(DmojChecker.VALIDATOR_ARGUMENTS, arguments));
    }
    writePresentation(checker, languages);
  }

  /** The list of tests; if the settings have none, those whose names are found. */
  private JsonNode tests() throws IOException {
    JsonNode given = settings.path(TESTS);
    if (given.isArray() && !given.isEmpty()) {
      return given;
    }
    if (given.isObject() || given.isMissingNode() || given.isNull()) {
      return new DmojFoundTests(conversion, data).find(given);
    }
    conversion.fault(
        NAME, TESTS + " must be a list of tests, or a map with input_format and output_format");
    return JsonNodeFactory.instance.arrayNode();
  }

  private void writePresentation(DmojChecker checker, List<String> languages) throws IOException {
    Map<String, Object> presentation = new LinkedHashMap<>();
    if (!languages.isEmpty()) {
      presentation.put("languages", languages);
    }
    if (settings.has(FILE_IO)) {
      if (checker.interactive()) {
        conversion.fault(NAME, FILE_IO + " is not for interactive problems");
      }
      // Judges for schools in Vietnam have this key, for programs that read and write files.
      for (String side : List.of("input", "output")) {
        JsonNode file = settings.path(FILE_IO).path(side);
        if (!file.isString() || file.asString().isEmpty()) {
          conversion.fault(NAME, FILE_IO + " must name the " + side + " file");
        } else {
          presentation.put(side + "_file", file.asString());
        }
      }
    }
    if (!presentation.isEmpty()) {
      conversion.writeYaml("touchstone.yaml", presentation);
    }
  }

  private void refuse(String key, String reason) {
    if (settings.has(key)) {
      conversion.fault(NAME, key + " is not supported: " + reason);
    }
  }

  /** A grader has the main function, and its header is what submissions include. */
  private List<String> grader() throws IOException {
    JsonNode grader = settings.path("signature_grader");
    if (grader.isMissingNode()) {
      return List.of();
    }
    List<String> languages = List.of("cpp", "cpp17", "cpp23");
    for (String language : languages) {
      for (String key : List.of("entry", "header")) {
        String file = grader.path(key).asString("");
        conversion.copy(
            file, "include/" + language + "/" + file.substring(file.lastIndexOf('/') + 1));
      }
    }
    return languages;
  }
}
