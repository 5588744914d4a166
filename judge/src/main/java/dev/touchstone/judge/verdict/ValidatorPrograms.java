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
import dev.touchstone.problempackage.ForeignFiles;
import dev.touchstone.problempackage.Limits;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

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
            new Submission(language(files), files), limits, limits.validationMemoryMib());
  }

  private Language language(List<Submission.SourceFile> files) {
    Map<String, byte[]> contents =
        files.stream()
            .collect(Collectors.toMap(Submission.SourceFile::name, Submission.SourceFile::content));
    List<String> names = files.stream().map(Submission.SourceFile::name).toList();
    Language language =
        languages
            .ofFiles(
                names,
                name ->
                    new String(
                        Objects.requireNonNull(contents.get(name)), StandardCharsets.ISO_8859_1))
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

  private static List<Submission.SourceFile> files(Path root, Constants constants)
      throws IOException {
    List<Submission.SourceFile> files = new ArrayList<>();
    for (Path path : ForeignFiles.filesOf(root)) {
      String name =
          Files.isDirectory(root)
              ? root.relativize(path).toString()
              : String.valueOf(path.getFileName());
      files.add(new Submission.SourceFile(name, SourceText.of(path, constants)));
    }
    return files;
  }
}
