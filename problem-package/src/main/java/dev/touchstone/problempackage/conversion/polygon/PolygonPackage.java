package dev.touchstone.problempackage.conversion.polygon;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.archive.ArchiveLimits;
import dev.touchstone.problempackage.conversion.Conversion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A Polygon package, and the problem package made from it. */
public final class PolygonPackage {
  private static final double MILLIS = 1000;
  private static final double MIB = 1 << 20;

  private final ProblemXml xml;
  private final Conversion conversion;

  private PolygonPackage(ProblemXml xml, Conversion conversion) {
    this.xml = xml;
    this.conversion = conversion;
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
   * @param limits how large the new package may become
   * @return what is not used of the package
   * @throws PackageException with all faults of the package
   */
  public static List<Fault> convert(Path folder, Path target, ArchiveLimits limits)
      throws PackageException, IOException {
    Conversion conversion =
        new Conversion(
            folder,
            target,
            limits,
            "export the full package from Polygon, with all tests and sources");
    new PolygonPackage(ProblemXml.read(conversion.file(ProblemXml.NAME)), conversion).convert();
    return conversion.finish();
  }

  private void convert() throws IOException {
    PolygonJudging judging = PolygonJudging.read(xml, conversion);
    PolygonChecker checker = new PolygonChecker(conversion, judging);
    List<String> flags = checker.write(xml);
    boolean scoring = new PolygonTests(conversion, checker).write(judging.testset());
    checker.checkPoints(xml, scoring);
    PolygonStatements statements = new PolygonStatements(conversion, judging);
    Map<String, String> names = statements.write(xml);
    new PolygonSolutions(conversion).write(xml);
    List<String> languages = new PolygonResources(conversion).write(xml);
    writeMetadata(names, scoring, judging);
    if (!flags.isEmpty()) {
      conversion.writeYaml(
          "data/test_group.yaml", Map.of(PolygonGroups.VALIDATOR_ARGUMENTS, flags));
    }
    conversion.writeYaml("touchstone.yaml", presentation(judging, languages));
  }

  private void writeMetadata(Map<String, String> names, boolean scoring, PolygonJudging judging)
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
    metadata.put("limits", limits(judging.testset()));
    metadata.put(
        "keywords", xml.all("tags", "tag").stream().map(tag -> tag.attribute("value")).toList());
    conversion.writeYaml("problem.yaml", metadata);
  }

  private Map<String, Object> limits(ProblemXml testset) {
    Map<String, Object> limits = new LinkedHashMap<>();
    testset
        .numberIn("time-limit")
        .ifPresentOrElse(
            millis -> limits.put("time_limit", millis / MILLIS),
            () -> conversion.fault(ProblemXml.NAME, "has no time-limit in milliseconds"));
    testset
        .numberIn("memory-limit")
        .ifPresent(bytes -> limits.put("memory", (int) Math.ceil(bytes / MIB)));
    return limits;
  }

  private Map<String, Object> presentation(PolygonJudging judging, List<String> languages) {
    Map<String, Object> presentation = new LinkedHashMap<>();
    String slug =
        xml.attribute("short-name")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    if (!slug.isEmpty()) {
      presentation.put("slug", slug);
    }
    if (!languages.isEmpty()) {
      presentation.put("languages", languages);
    }
    if (!judging.inputFile().isEmpty()) {
      presentation.put("input_file", judging.inputFile());
    }
    if (!judging.outputFile().isEmpty()) {
      presentation.put("output_file", judging.outputFile());
    }
    return presentation;
  }
}
