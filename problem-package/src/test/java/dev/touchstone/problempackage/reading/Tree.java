package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes packages file by file. */
final class Tree {
  static final String LATER =
      "problem_format_version: 2025-09\nname: T\nuuid: " + "00000000-0000-0000-0000-000000000000\n";
  static final String DRAFT = "problem_format_version: 2023-07-draft\nname: T\nuuid: u\n";
  private final Path root;

  Tree(Path root) {
    this.root = root;
  }

  Tree file(String name, String content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return this;
  }

  /** Empty tests, with the statement that a package must have. */
  Tree tests(String group, int count) throws IOException {
    file("statement/problem.en.md", "");
    for (int i = 1; i <= count; i++) {
      file("data/" + group + "/" + i + ".in", "").file("data/" + group + "/" + i + ".ans", "");
    }
    return this;
  }

  Path root() {
    return root;
  }

  ProblemPackage open() throws PackageException, IOException {
    return PackageReader.open(root, "fixture");
  }
}
