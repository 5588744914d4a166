package dev.touchstone.problempackage.conversion.polygon;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.PackageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A Polygon package, and the problem package made from it. */
public final class PolygonPackage {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final double MILLIS = 1000;
  private static final double MIB = 1 << 20;

  private final Path folder;
  private final Path target;
  private final List<Fault> faults = new ArrayList<>();

  private PolygonPackage(Path folder, Path target) {
    this.folder = folder;
    this.target = target;
  }

  /** Whether a folder contains a Polygon package and not one in our format. */
  public static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve(ProblemXml.NAME))
        && !Files.exists(folder.resolve("problem.yaml"));
  }

  /**
   * Writes the problem package.
   *
   * @param target an empty folder
   * @throws PackageException with all faults of the package
   */
  public static void convert(Path folder, Path target) throws PackageException, IOException {
    new PolygonPackage(folder, target).convert();
  }

  private void convert() throws PackageException, IOException {
    ProblemXml xml = ProblemXml.read(folder);
    Optional<String> flags = new PolygonChecker(this).write(xml);
    PolygonTests tests = new PolygonTests(this, flags.isEmpty());
    boolean scoring = tests.write(xml);
    Map<String, String> names = new PolygonStatements(this).write(xml);
    new PolygonSolutions(this).write(xml);
    writeMetadata(xml, names, scoring);
    if (flags.isPresent() && !flags.get().isEmpty()) {
      writeYaml("data/test_group.yaml", Map.of(PolygonGroups.VALIDATOR_ARGUMENTS, flags.get()));
    }
    writeYaml("touchstone.yaml", presentation(xml));
    if (!faults.isEmpty()) {
      throw new PackageException(faults.stream().distinct().toList());
    }
  }

  private void writeMetadata(ProblemXml xml, Map<String, String> names, boolean scoring)
      throws IOException {
    List<String> types = new ArrayList<>(List.of(scoring ? "scoring" : "pass-fail"));
    if (xml.first("assets", "interactor").isPresent()) {
      types.add("interactive");
    }
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("problem_format_version", "2023-07-draft");
    metadata.put("type", types);
    metadata.put("name", names);
    metadata.put(
        "uuid",
        UUID.nameUUIDFromBytes(xml.attribute("url").getBytes(StandardCharsets.UTF_8)).toString());
    metadata.put("version", xml.attribute("revision"));
    metadata.put("limits", limits(xml));
    metadata.put(
        "keywords", xml.all("tags", "tag").stream().map(tag -> tag.attribute("value")).toList());
    writeYaml("problem.yaml", metadata);
  }

  private Map<String, Object> limits(ProblemXml xml) {
    Map<String, Object> limits = new LinkedHashMap<>();
    xml.first("judging", "testset")
        .ifPresent(testset -> {
          testset
              .numberIn("time-limit")
              .ifPresentOrElse(
                  millis -> limits.put("time_limit", millis / MILLIS),
                  () -> fault(ProblemXml.NAME, "has no time-limit in milliseconds"));
          testset
              .numberIn("memory-limit")
              .ifPresent(bytes -> limits.put("memory", (int) Math.ceil(bytes / MIB)));
        });
    return limits;
  }

  private static Map<String, Object> presentation(ProblemXml xml) {
    Map<String, Object> presentation = new LinkedHashMap<>();
    String slug =
        xml.attribute("short-name").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    if (!slug.isEmpty()) {
      presentation.put("slug", slug.replaceAll("^-|-$", ""));
    }
    return presentation;
  }

  /** Records a fault; conversion continues, to find all of them. */
  void fault(String file, String message) {
    faults.add(new Fault(file, message));
  }

  /** Whether a path names an existing file in the package. */
  boolean has(String path) {
    Path file = folder.resolve(path).normalize();
    return file.startsWith(folder.normalize()) && Files.isRegularFile(file);
  }

  Path file(String path) {
    return folder.resolve(path).normalize();
  }

  /** Copies a file; one that is missing is a fault. */
  void copy(String from, String to) throws IOException {
    if (!has(from)) {
      fault(from, "is missing; export the full package from Polygon, with all tests and sources");
      return;
    }
    Path copy = target.resolve(to);
    Files.createDirectories(copy.getParent());
    Files.copy(file(from), copy, StandardCopyOption.REPLACE_EXISTING);
  }

  void write(String to, String content) throws IOException {
    Path file = target.resolve(to);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  void writeYaml(String to, Object content) throws IOException {
    write(to, YAML.writeValueAsString(content));
  }
}
