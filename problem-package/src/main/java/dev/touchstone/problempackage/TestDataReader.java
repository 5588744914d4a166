package dev.touchstone.problempackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code data/sample} and {@code data/secret} with their groups. */
final class TestDataReader {
  private final Path root;
  private final FormatVersion version;
  private final List<String> packageArguments;
  private final List<Fault> faults;

  TestDataReader(Path root, FormatVersion version, YamlFile metadata, List<Fault> faults) {
    this.root = root;
    this.version = version;
    this.packageArguments = metadata.texts("validator_flags").orElse(List.of());
    this.faults = faults;
  }

  List<TestGroup> read() throws IOException {
    List<TestGroup> groups = new ArrayList<>();
    read("sample", packageArguments, 0, groups);
    read("secret", packageArguments, 1, groups);
    if (groups.stream().noneMatch(group -> group.name().startsWith("secret"))) {
      faults.add(new Fault("data/secret", "holds no test"));
    }
    return groups;
  }

  private void read(
      String group, List<String> inherited, double defaultPoints, List<TestGroup> groups)
      throws IOException {
    Path folder = root.resolve("data").resolve(group);
    if (!Files.isDirectory(folder)) {
      return;
    }
    YamlFile settings = YamlFile.read(root, "data/" + group + "/" + settingsFile(), faults);
    List<String> arguments =
        settings
            .texts("output_validator_args")
            .or(() -> settings.texts("output_validator_flags"))
            .orElse(inherited);
    double points =
        settings.number("max_score", 0).or(() -> acceptScore(settings)).orElse(defaultPoints);
    List<TestCase> cases = new ArrayList<>();
    for (Path file : PackageReader.children(folder)) {
      if (Files.isDirectory(file) && !file.toString().endsWith(".files")) {
        read(group + "/" + file.getFileName(), arguments, defaultPoints, groups);
      } else if (file.toString().endsWith(".in")) {
        testCase(group, file).ifPresent(cases::add);
      }
    }
    if (!cases.isEmpty()) {
      groups.add(new TestGroup(group, points, arguments, cases));
    }
  }

  private String settingsFile() {
    return version == FormatVersion.LEGACY ? "testdata.yaml" : "test_group.yaml";
  }

  private static Optional<Double> acceptScore(YamlFile settings) {
    return settings.has("accept_score") ? settings.number("accept_score", 0) : Optional.empty();
  }

  private Optional<TestCase> testCase(String group, Path input) {
    String fileName = input.getFileName().toString();
    String base = fileName.substring(0, fileName.length() - ".in".length());
    Path answer = input.resolveSibling(base + ".ans");
    if (!Files.isRegularFile(answer)) {
      faults.add(new Fault("data/" + group + "/" + base + ".ans", "is missing"));
      return Optional.empty();
    }
    boolean sample = group.startsWith("sample");
    return Optional.of(new TestCase(group + "/" + base, group, sample, input, answer));
  }
}
