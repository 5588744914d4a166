package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Constants;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.FormatVersion;
import dev.touchstone.problempackage.TestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the files of one test. */
final class TestCaseReader {
  private final Path root;
  private final FormatVersion version;
  private final Constants constants;
  private final List<Fault> faults;

  TestCaseReader(Path root, FormatVersion version, Constants constants, List<Fault> faults) {
    this.root = root;
    this.version = version;
    this.constants = constants;
    this.faults = faults;
  }

  /** Reads a test by its input; empty if its answer is missing. */
  Optional<TestCase> read(String group, String path, Path input, TestSettings inherited)
      throws IOException {
    String fileName = String.valueOf(input.getFileName());
    String base = fileName.substring(0, fileName.length() - ".in".length());
    String name = path + "/" + base;
    Path answer = input.resolveSibling(base + ".ans");
    if (!Files.isRegularFile(answer)) {
      faults.add(new Fault("data/" + name + ".ans", "is missing"));
      return Optional.empty();
    }
    if (Files.exists(input.resolveSibling(base + ".out"))
        && Files.exists(input.resolveSibling(base + ".ans.statement"))) {
      faults.add(
          new Fault("data/" + name + ".out", "must not be beside " + base + ".ans.statement"));
    }
    TestSettings settings = settings(name, inherited);
    Path files = input.resolveSibling(base + ".files");
    return Optional.of(
        new TestCase(
            name,
            group,
            group.startsWith("sample"),
            input,
            answer,
            Optional.of(files).filter(Files::isDirectory),
            settings.arguments(),
            settings.allValidatorArguments(),
            settings.fullFeedback(),
            hint(input.resolveSibling(base + ".hint"), settings),
            0));
  }

  /**
   * Checks a file that is no input: an answer without one is a test that would be skipped silently,
   * any other file must belong to a test.
   */
  void checkCompanion(Path file, boolean sample) {
    String name = String.valueOf(file.getFileName());
    String path = root.relativize(file).toString();
    if (name.endsWith(".ans")) {
      String base = name.substring(0, name.length() - ".ans".length());
      if (!Files.exists(file.resolveSibling(base + ".in"))) {
        Path folder = root.relativize(file).getParent();
        faults.add(new Fault(folder + "/" + base + ".in", "is missing, though there is an answer"));
      }
      return;
    }
    CompanionFile.unused(file, version, sample)
        .ifPresent(reason -> faults.add(Fault.warning(path, reason)));
  }

  private TestSettings settings(String name, TestSettings inherited) {
    if (version == FormatVersion.LEGACY) {
      return inherited;
    }
    YamlFile file =
        YamlFile.read(root, "data/" + name + ".yaml", constants, faults)
            .check(FileSchema.TEST_CASE);
    return inherited.with(version, file);
  }

  private String hint(Path file, TestSettings settings) {
    return version == FormatVersion.LEGACY && Files.isRegularFile(file)
        ? PackageReader.text(root, root.relativize(file).toString(), faults).strip()
        : settings.hint();
  }
}
