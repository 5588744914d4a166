package dev.touchstone.judge.verdict;

import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.reading.PackageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a small package, file by file. Starts as: read a number, write the next one. */
final class PackageBuilder {
  private final Path folder;
  private String metadata =
      """
      problem_format_version: 2023-07-draft
      name: Fixture
      uuid: 00000000-0000-0000-0000-000000000000
      """;
  private String limits = "limits: {time_limit: 0.5, memory: 128, output: 1, validation_time: 1}\n";

  private PackageBuilder(Path folder) {
    this.folder = folder;
  }

  /** A package with one sample and one secret test. */
  static PackageBuilder in(Path folder) throws IOException {
    return new PackageBuilder(Files.createDirectories(folder))
        .test("sample/1", "1", "2")
        .test("secret/1", "41", "42");
  }

  /** A package without tests. */
  static PackageBuilder empty(Path folder) throws IOException {
    return new PackageBuilder(Files.createDirectories(folder));
  }

  /** Replaces what problem.yaml says, but for the limits. */
  PackageBuilder metadata(String yaml) {
    metadata = yaml;
    return this;
  }

  PackageBuilder more(String yaml) {
    metadata += yaml;
    return this;
  }

  PackageBuilder limits(String yaml) {
    limits = "limits: {" + yaml + "}\n";
    return this;
  }

  PackageBuilder test(String name, String input, String answer) throws IOException {
    return file("data/" + name + ".in", input + "\n").file("data/" + name + ".ans", answer + "\n");
  }

  PackageBuilder validator(String python) throws IOException {
    return file("output_validator/validate.py", python);
  }

  PackageBuilder file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return this;
  }

  Path write() throws IOException {
    file("problem.yaml", metadata + limits);
    return folder;
  }

  ProblemPackage open() throws IOException, PackageException {
    return PackageReader.open(write(), "fixture");
  }
}
