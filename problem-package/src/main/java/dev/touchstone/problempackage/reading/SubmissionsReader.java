package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.ExampleSubmission;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.ForeignFiles;
import dev.touchstone.problempackage.FormatVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code submissions}: a folder per expected verdict, in it a file or folder per solution,
 * and the rules for them in {@code submissions.yaml}.
 */
final class SubmissionsReader {
  private final Path root;
  private final SubmissionSettings settings;
  private final List<Fault> faults;

  SubmissionsReader(Path root, FormatVersion version, List<Fault> faults) {
    this.root = root;
    this.faults = faults;
    this.settings = SubmissionSettings.read(root, version, faults);
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
          List<Path> files = ForeignFiles.filesOf(submission);
          if (files.isEmpty()) {
            faults.add(Fault.warning(root.relativize(submission).toString(), "contains no file"));
          } else {
            submissions.add(submission(folder, verdict, submission, files));
          }
        }
      } else if (!verdict.endsWith("submissions.yaml")) {
        faults.add(
            Fault.warning(
                root.relativize(verdict).toString(),
                "is not used: submissions are in folders that say what they must get"));
      }
    }
    return submissions;
  }

  private ExampleSubmission submission(
      Path folder, Path verdict, Path submission, List<Path> files) {
    String name = folder.relativize(submission).toString();
    String word = String.valueOf(verdict.getFileName());
    return new ExampleSubmission(
        name,
        submission,
        files,
        settings.replaces(word) ? Set.of() : Set.of(word),
        settings.language(name),
        settings.entryPoint(name),
        settings.rules(name),
        settings.bound(name, word));
  }
}
