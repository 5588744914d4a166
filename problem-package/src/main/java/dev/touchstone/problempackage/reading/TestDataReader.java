package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Constants;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.FormatVersion;
import dev.touchstone.problempackage.Grading;
import dev.touchstone.problempackage.Grading.Aggregated;
import dev.touchstone.problempackage.Grading.Graded;
import dev.touchstone.problempackage.TestGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads {@code data/sample} and {@code data/secret} with their groups. */
final class TestDataReader {
  private final Path root;
  private final FormatVersion version;
  private final boolean scoring;
  private final Constants constants;
  private final List<Fault> faults;
  private final TestCaseReader cases;

  TestDataReader(
      Path root, FormatVersion version, boolean scoring, Constants constants, List<Fault> faults) {
    this.root = root;
    this.version = version;
    this.scoring = scoring;
    this.constants = constants;
    this.faults = faults;
    this.cases = new TestCaseReader(root, version, constants, faults);
  }

  /**
   * Reads the tree of tests.
   *
   * @param metadata {@code problem.yaml}
   * @param validatorScores whether a legacy validator gives its own scores
   */
  TestGroup read(YamlFile metadata, boolean validatorScores) throws IOException {
    YamlFile settings = settings("");
    TestSettings inherited = TestSettings.ofProblem(version, metadata).with(version, settings);
    Grading grading =
        version == FormatVersion.LEGACY
            ? LegacyGrading.of(
                settings, LegacyGrading.ofProblem(metadata.section("grading")), scoring, true)
            : new Aggregated(
                scoring ? Grading.Aggregation.SUM : Grading.Aggregation.PASS_FAIL, List.of());
    List<TestFolder.Entry> parts = new ArrayList<>();
    for (String part : List.of("sample", "secret")) {
      if (Files.isDirectory(root.resolve("data").resolve(part))) {
        parts.add(new TestFolder.Folder(folder(part, inherited, grading)));
      }
    }
    boolean secret =
        parts.stream()
            .map(part -> ((TestFolder.Folder) part).folder())
            .anyMatch(part -> part.name().equals("secret") && part.holdsTests());
    if (!secret) {
      boolean samples = parts.stream().anyMatch(TestDataReader::holdsTests) && !scoring;
      faults.add(
          new Fault(
              "data/secret",
              0,
              samples ? "contains no test; only the samples are judged" : "contains no test",
              samples));
    }
    TestFolder data = new TestFolder("", settings.name(), grading, Optional.empty(), parts);
    TestGroup tree = new PointsSharing(scoring, validatorScores, faults).share(data);
    new RequiredPasses(root, faults).check(tree);
    return tree;
  }

  private static boolean holdsTests(TestFolder.Entry part) {
    return part instanceof TestFolder.Folder(TestFolder folder) && folder.holdsTests();
  }

  /** Whether a file in a folder of tests has the settings of some version. */
  static boolean isSettings(String name) {
    return name.equals(FormatVersion.LEGACY.settingsFile())
        || name.equals(FormatVersion.V2025_09.settingsFile());
  }

  private YamlFile settings(String group) {
    String folder = group.isEmpty() ? "data/" : "data/" + group + "/";
    return YamlFile.read(root, settingsFile(folder), constants, faults)
        .check(version == FormatVersion.LEGACY ? FileSchema.TESTDATA : FileSchema.TEST_GROUP);
  }

  /**
   * The file with the settings of a folder. Early drafts of 2023-07 used the name of the legacy
   * version; where a version has another name, or none, the file is a fault.
   */
  private String settingsFile(String folder) {
    String legacy = FormatVersion.LEGACY.settingsFile();
    String later = FormatVersion.V2025_09.settingsFile();
    boolean old = Files.exists(root.resolve(folder + legacy));
    boolean current = Files.exists(root.resolve(folder + later));
    if (version == FormatVersion.V2025_09 && folder.equals("data/")) {
      for (String name : List.of(legacy, later)) {
        if (Files.exists(root.resolve(folder + name))) {
          faults.add(
              new Fault(folder + name, "is not read by this version; put it into data/secret"));
        }
      }
      return ""; // this version has no settings for all of data
    }
    if (version == FormatVersion.LEGACY ? current : old && (current || !isDraft())) {
      String wrong = version == FormatVersion.LEGACY ? later : legacy;
      faults.add(
          new Fault(folder + wrong, "is not read by this version; use " + version.settingsFile()));
    }
    return folder + (isDraft() && old && !current ? legacy : version.settingsFile());
  }

  private boolean isDraft() {
    return version == FormatVersion.V2023_07;
  }

  private TestFolder folder(String group, TestSettings inherited, Grading parent)
      throws IOException {
    YamlFile file = settings(group);
    TestSettings settings = inherited.with(version, file);
    Grading grading =
        switch (parent) {
          case Graded graded -> LegacyGrading.of(file, graded, scoring, false);
          case Aggregated _ -> AggregatedGrading.of(file, scoring, group);
        };
    List<TestFolder.Entry> entries = entries(group, group, settings, grading);
    Optional<Double> points =
        scoring && version != FormatVersion.LEGACY
            ? AggregatedGrading.maxScore(file)
            : Optional.empty();
    checkShape(group, file, entries);
    return new TestFolder(group, file.name(), grading, points, entries);
  }

  private List<TestFolder.Entry> entries(
      String group, String path, TestSettings settings, Grading grading) throws IOException {
    Path folder = root.resolve("data").resolve(path);
    List<TestFolder.Entry> entries = new ArrayList<>();
    for (Path file : PackageReader.children(folder).stream().sorted(byBaseName()).toList()) {
      String fileName = String.valueOf(file.getFileName());
      if (Files.isDirectory(file) && !fileName.endsWith(".files")) {
        String child = path + "/" + fileName;
        checkTwins(folder, fileName, child);
        if (version == FormatVersion.V2025_09 && path.startsWith("secret/")) {
          // In this version folders of a group only sort its tests.
          entries.addAll(entries(group, child, settings, grading));
        } else {
          entries.add(new TestFolder.Folder(folder(child, settings, grading)));
        }
      } else if (fileName.endsWith(".in")) {
        cases.read(group, path, file, settings).map(TestFolder.Test::new).ifPresent(entries::add);
      } else {
        cases.checkCompanion(file, group.startsWith("sample"));
      }
    }
    return entries;
  }

  private void checkTwins(Path folder, String name, String child) {
    if (version != FormatVersion.LEGACY && Files.exists(folder.resolve(name + ".in"))) {
      faults.add(new Fault("data/" + child, "is both a test and a folder"));
    }
  }

  private void checkShape(String group, YamlFile file, List<TestFolder.Entry> entries) {
    boolean folders = entries.stream().anyMatch(TestFolder.Folder.class::isInstance);
    boolean tests = entries.stream().anyMatch(TestFolder.Test.class::isInstance);
    if (version == FormatVersion.V2025_09 && folders && tests) {
      faults.add(new Fault("data/" + group, "must contain either tests or groups, not both"));
    }
    if (version != FormatVersion.LEGACY && group.equals("sample") && folders) {
      faults.add(new Fault("data/sample", "must not contain groups"));
    }
    if (group.startsWith("secret/") && !tests && !folders) {
      faults.add(new Fault("data/" + group, "contains no test"));
    }
    if (version == FormatVersion.V2025_09 && scoring && group.startsWith("secret/")) {
      boolean bounded = !secretIsUnbounded();
      if (bounded && AggregatedGrading.maxScore(file).isEmpty()) {
        file.fault("max_score", "is missing; it is optional only if secret is unbounded");
      }
    }
  }

  private boolean secretIsUnbounded() {
    YamlFile secret =
        YamlFile.read(root, "data/secret/" + version.settingsFile(), constants, new ArrayList<>());
    return AggregatedGrading.maxScore(secret)
        .filter(points -> Double.isInfinite(points))
        .isPresent();
  }

  /** The format orders tests and groups by name without extensions. */
  private static Comparator<Path> byBaseName() {
    return Comparator.<Path, String>comparing(TestDataReader::baseName)
        .thenComparing(Comparator.naturalOrder());
  }

  private static String baseName(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".in") ? name.substring(0, name.length() - ".in".length()) : name;
  }
}
