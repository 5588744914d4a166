package dev.touchstone.problempackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads {@code submissions}: a folder per expected verdict, in it a file or folder per solution.
 */
final class SubmissionsReader {
  private final Path root;

  SubmissionsReader(Path root) {
    this.root = root;
  }

  List<ExampleSubmission> read() throws IOException {
    List<ExampleSubmission> submissions = new ArrayList<>();
    Path folder = root.resolve("submissions");
    if (!Files.isDirectory(folder)) {
      return submissions;
    }
    for (Path verdict : PackageReader.children(folder)) {
      if (Files.isDirectory(verdict)) {
        for (Path submission : PackageReader.children(verdict)) {
          submissions.add(
              new ExampleSubmission(
                  folder.relativize(submission).toString(),
                  files(submission),
                  Set.of(String.valueOf(verdict.getFileName()))));
        }
      }
    }
    return submissions;
  }

  private static List<Path> files(Path submission) throws IOException {
    if (Files.isRegularFile(submission)) {
      return List.of(submission);
    }
    try (Stream<Path> files = Files.walk(submission)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
