package dev.touchstone.judge.verification;

import dev.touchstone.judge.compile.SourceText;
import dev.touchstone.judge.compile.Submission;
import dev.touchstone.judge.compile.Submission.SourceFile;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.problempackage.Constants;
import dev.touchstone.problempackage.ExampleSubmission;
import dev.touchstone.problempackage.ForeignFiles;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Source files that make one submission, by their names within it. */
public final class Sources {
  private final Map<String, Path> files;

  private Sources(Map<String, Path> files) {
    this.files = files;
  }

  /**
   * The files on the command line in its order; a folder stands for all files in it, sorted by
   * name, without those of systems and tools.
   */
  public static Sources of(List<Path> paths) throws IOException {
    Map<String, Path> files = new LinkedHashMap<>();
    for (Path path : paths) {
      if (!Files.isReadable(path)) {
        throw new ConfigurationException("The file " + path + " does not exist or can't be read.");
      }
      add(files, path);
    }
    return new Sources(files);
  }

  /** The files of a package's submission. */
  static Sources of(ExampleSubmission submission) {
    Map<String, Path> files = new LinkedHashMap<>();
    for (Path file : submission.files()) {
      String name =
          file.equals(submission.folder())
              ? String.valueOf(file.getFileName())
              : submission.folder().relativize(file).toString();
      files.put(name, file);
    }
    return new Sources(files);
  }

  private static void add(Map<String, Path> files, Path path) throws IOException {
    for (Path file : ForeignFiles.filesOf(path)) {
      String name =
          file.equals(path) ? String.valueOf(file.getFileName()) : path.relativize(file).toString();
      if (files.put(name, file) != null) {
        throw new ConfigurationException("Two of the files are named " + name + ".");
      }
    }
  }

  /** The language of the files, installed or not; by name if one is given. */
  public Optional<Language> language(Languages languages, String given) {
    return given.isEmpty()
        ? languages.ofFiles(List.copyOf(files.keySet()), this::text)
        : Optional.ofNullable(languages.all().get(given)).map(Languages.Found::language);
  }

  /**
   * Reads the files.
   *
   * @param entryPoint the file or class to start; empty where the language knows
   */
  public Submission read(Language language, ProblemPackage problem, String entryPoint)
      throws IOException {
    Constants constants = problem.constants();
    List<SourceFile> sources = new ArrayList<>();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      sources.add(new SourceFile(file.getKey(), SourceText.of(file.getValue(), constants)));
    }
    return new Submission(language, sources, entryPoint);
  }

  private String text(String name) {
    try {
      return Files.readString(Objects.requireNonNull(files.get(name)), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
