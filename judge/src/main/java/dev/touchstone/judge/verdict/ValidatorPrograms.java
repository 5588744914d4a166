package dev.touchstone.judge.verdict;

import dev.touchstone.judge.compile.Compilation;
import dev.touchstone.judge.compile.CompiledPrograms;
import dev.touchstone.judge.compile.Program;
import dev.touchstone.judge.compile.SourceText;
import dev.touchstone.judge.compile.Submission;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.problempackage.Constants;
import dev.touchstone.problempackage.Limits;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compiles the validators of packages. Thread-safe. */
final class ValidatorPrograms {
  private final CompiledPrograms programs;
  private final Languages languages;

  ValidatorPrograms(CompiledPrograms programs, Languages languages) {
    this.programs = programs;
    this.languages = languages;
  }

  /** A validator in use; close it after use. */
  record Use(Program program, CompiledPrograms.Use use) implements AutoCloseable {
    @Override
    public void close() {
      use.close();
    }
  }

  /**
   * Returns the validator of a package that has one, compiling it if necessary.
   *
   * @throws PackageFaultException if it does not compile
   * @throws SandboxException if its language is not installed on this machine
   */
  Use use(ProblemPackage problem) throws IOException {
    CompiledPrograms.Use use = compiled(problem);
    return switch (use.compilation()) {
      case Compilation.Compiled(Program program, String _) -> new Use(program, use);
      case Compilation.Failed(String output, boolean _) -> {
        use.close();
        throw new PackageFaultException("The validator does not compile: " + output);
      }
    };
  }

  private CompiledPrograms.Use compiled(ProblemPackage problem) throws IOException {
    List<Submission.SourceFile> files =
        files(problem.validator().orElseThrow(), problem.constants());
    List<String> names = files.stream().map(Submission.SourceFile::name).toList();
    Limits limits = problem.limits();
    return names.contains("build") || names.contains("run")
        ? programs.useOfScript(files, limits, languages.reads())
        : programs.use(
            new Submission(language(names), files), limits, limits.validationMemoryMib());
  }

  private Language language(List<String> names) {
    Language language =
        languages
            .ofFiles(names.stream().filter(name -> !isNoSource(name)).toList())
            .orElseThrow(() ->
                new PackageFaultException(
                    "The language of the validator's files is unknown: "
                        + String.join(", ", names)));
    return languages
        .find(language.id())
        .orElseThrow(() ->
            new SandboxException(
                "The validator is written in "
                    + language.name()
                    + ", which is not installed on this judge."));
  }

  private static boolean isNoSource(String name) {
    return name.endsWith(".h") || name.endsWith(".hpp") || name.matches("(?i)(.*/)?readme[^/]*");
  }

  /** Python's name for the file to start comes first, which makes it the one to start here, too. */
  private static List<Submission.SourceFile> files(Path root, Constants constants)
      throws IOException {
    List<Path> paths;
    try (Stream<Path> tree = Files.walk(root)) {
      paths = tree.filter(Files::isRegularFile).sorted().toList();
    }
    List<Submission.SourceFile> files = new ArrayList<>();
    for (Path path : paths) {
      String name =
          Files.isDirectory(root)
              ? root.relativize(path).toString()
              : String.valueOf(path.getFileName());
      files.add(
          name.equals("__main__.py") ? 0 : files.size(),
          new Submission.SourceFile(name, SourceText.of(path, constants)));
    }
    return files;
  }
}
