package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Constants;
import dev.touchstone.problempackage.ExampleSubmission;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.ForeignFiles;
import dev.touchstone.problempackage.Interruption;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks that the values of constants do not make sources too large for the judge. */
final class SourceConstants {
  private final Path root;
  private final List<Fault> faults;

  SourceConstants(Path root, List<Fault> faults) {
    this.root = root;
    this.faults = faults;
  }

  void check(ProblemPackage problem) throws IOException {
    if (problem.constants().values().isEmpty()) {
      return;
    }
    List<Path> sources = new ArrayList<>();
    for (ExampleSubmission submission : problem.submissions()) {
      sources.addAll(submission.files());
    }
    if (problem.validator().isPresent()) {
      sources.addAll(ForeignFiles.filesOf(problem.validator().get()));
    }
    Path included = root.resolve("include");
    if (Files.isDirectory(included)) {
      sources.addAll(ForeignFiles.filesOf(included));
    }
    for (Path source : sources) {
      Interruption.check();
      check(source, problem.constants());
    }
  }

  private void check(Path source, Constants constants) throws IOException {
    int most = Constants.LARGEST_SOURCE;
    boolean large =
        Files.size(source) > most
            || constants.replaceInSource(Files.readAllBytes(source), most).length > most;
    if (large) {
      faults.add(
          new Fault(
              root.relativize(source).toString(),
              "is larger than "
                  + (most >> 20)
                  + " MiB with the values of its constants, the limit for sources"));
    }
  }
}
