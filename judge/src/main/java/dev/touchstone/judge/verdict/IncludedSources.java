package dev.touchstone.judge.verdict;

import dev.touchstone.judge.compile.SourceText;
import dev.touchstone.judge.compile.Submission;
import dev.touchstone.judge.compile.Submission.SourceFile;
import dev.touchstone.judge.language.Language;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Adds the files that a package has for every submission; they replace the learner's files of the
 * same name. Where one of them is what the language starts, it uses the learner's file, which then
 * has a name that it can know.
 */
final class IncludedSources {
  /** What a driver calls the learner's only file. */
  private static final String CALLED = "solution";

  private IncludedSources() {}

  static Submission add(ProblemPackage problem, Submission submission) throws IOException {
    Language language = submission.language();
    Map<String, Path> included = problem.includedFiles(language.id());
    if (included.isEmpty()) {
      return submission;
    }
    boolean driven =
        language.startsOneFile()
            && submission.files().size() == 1
            && included.keySet().stream().anyMatch(language::isMain);
    List<SourceFile> files = new ArrayList<>();
    for (SourceFile file : submission.files()) {
      String name = driven ? called(file.name()) : file.name();
      if (!included.containsKey(name)) {
        files.add(new SourceFile(name, file.content()));
      }
    }
    for (Map.Entry<String, Path> file : included.entrySet()) {
      byte[] content = SourceText.of(file.getValue(), problem.constants());
      files.add(new SourceFile(file.getKey(), content));
    }
    return driven ? new Submission(language, files) : submission.with(files);
  }

  private static String called(String name) {
    return CALLED + name.substring(Math.max(0, name.lastIndexOf('.')));
  }
}
