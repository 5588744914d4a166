package dev.touchstone.judge.compile;

import dev.touchstone.judge.compile.BuildBox.Built;
import dev.touchstone.judge.compile.BuildBox.Recipe;
import dev.touchstone.judge.compile.Compilation.Compiled;
import dev.touchstone.judge.compile.Compilation.Failed;
import dev.touchstone.judge.compile.Submission.SourceFile;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.ProgramFiles;
import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.problempackage.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Compiles sources as the description of their language says. Thread-safe. */
final class Compiler {
  /** The format's own way to build a program: a script that makes {@code run}, or just that. */
  private static final List<String> BUILD_SCRIPT =
      List.of(
          "/bin/sh",
          "-c",
          "[ ! -f build ] || { chmod +x build && ./build; } || exit 1;"
              + " [ -f run ] || { echo 'build made no run' >&2; exit 1; }; chmod +x run");

  private final BuildBox box;
  private final CompilerWarmup warmup;

  Compiler(BuildBox box, CompilerWarmup warmup) {
    this.box = box;
    this.warmup = warmup;
  }

  /** Compiles sources in a language, for a runtime with the given memory. */
  Compilation compile(Submission submission, Limits limits, int memoryMib) throws IOException {
    Language language = submission.language();
    List<SourceFile> sources = SourceNames.known(language, submission.files());
    ProgramFiles names = names(submission, sources);
    Map<String, String> environment = environment(language.environment());
    Built built = build(language, names, withSupport(language, sources), environment, limits);
    if (built.folder().isEmpty()) {
      return new Failed(language.explained(built.said()), built.certain());
    }
    Path folder = built.folder().get();
    try {
      Optional<String> mainClass =
          language.entryPoint().isPresent()
              ? MainClass.find(folder, names.all(), entryClass(submission, sources))
              : Optional.of("");
      if (mainClass.isEmpty()) {
        Folders.delete(folder);
        return new Failed(language.entryPoint().map(Language.EntryPoint::missing).orElse(""));
      }
      Language.Factors factors = language.factors();
      Program program =
          new Program(
              folder,
              language.runCommand(names, mainClass.get(), memoryMib),
              environment,
              language.needs().reads(),
              language.outOfMemory(),
              factors.time(),
              factors.memoryMib(),
              factors.processes());
      return new Compiled(program, built.said());
    } catch (IOException | RuntimeException e) {
      Folders.delete(folder);
      throw e;
    }
  }

  /**
   * Compiles with what was prepared. With prepared headers only a silent success counts: a fault is
   * reported by the compiler alone, so that no message depends on what was prepared.
   */
  private Built build(
      Language language,
      ProgramFiles names,
      List<SourceFile> files,
      Map<String, String> environment,
      Limits limits)
      throws IOException {
    Map<String, Path> folders = folders(language.needs().reads());
    Optional<Path> prepared = warmup.of(language, files);
    if (prepared.isPresent()) {
      Map<String, Path> more = new TreeMap<>(folders);
      more.put(CompilerWarmup.FOLDER, prepared.get());
      Built built =
          box.build(
              files, new Recipe(language.compileCommand(names, true), environment, more), limits);
      if (!language.preparesHeaders() || (built.folder().isPresent() && built.said().isBlank())) {
        return built;
      }
      built.folder().ifPresent(Folders::delete);
    }
    return box.build(
        files, new Recipe(language.compileCommand(names, false), environment, folders), limits);
  }

  /** The names that the files have when they are compiled. */
  private static ProgramFiles names(Submission submission, List<SourceFile> sources) {
    List<String> names = sources.stream().map(SourceFile::name).toList();
    String start = StartFile.of(submission).name();
    return new ProgramFiles(names, renamed(submission, sources, start).orElse(start));
  }

  /** The class that an author says to start, or the file that it is in. */
  private static String entryClass(Submission submission, List<SourceFile> sources) {
    return submission
        .entryFile()
        .flatMap(file -> renamed(submission, sources, file.name()))
        .orElse(submission.entryPoint());
  }

  private static Optional<String> renamed(
      Submission submission, List<SourceFile> sources, String name) {
    return IntStream.range(0, sources.size())
        .filter(i -> submission.files().get(i).name().equals(name))
        .mapToObj(i -> sources.get(i).name())
        .findFirst();
  }

  private static List<SourceFile> withSupport(Language language, List<SourceFile> sources) {
    List<SourceFile> files = new ArrayList<>(sources);
    files.addAll(sources(language.supportFiles()));
    return files;
  }

  static List<SourceFile> sources(Map<String, String> texts) {
    return texts.entrySet().stream()
        .map(
            file -> new SourceFile(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  /**
   * Builds a program of a package that brings the scripts {@code build} or {@code run}.
   *
   * @param reads folders of the host that the languages of this machine need
   */
  Compilation compileByScript(List<SourceFile> files, Limits limits, List<Path> reads)
      throws IOException {
    Map<String, String> environment = environment(Map.of());
    Built built = box.build(files, new Recipe(BUILD_SCRIPT, environment, folders(reads)), limits);
    return built.folder().isEmpty()
        ? new Failed(built.said(), built.certain())
        : new Compiled(
            new Program(
                built.folder().get(),
                List.of("/box/run"),
                environment,
                reads,
                Optional.empty(),
                1,
                0,
                BuildBox.PROCESSES),
            built.said());
  }

  /** The host's folders that exist. */
  static Map<String, Path> folders(List<Path> reads) {
    Map<String, Path> folders = new TreeMap<>();
    reads.stream().filter(Files::exists).forEach(folder -> folders.put(folder.toString(), folder));
    return folders;
  }

  /** The variables of a language's commands. */
  static Map<String, String> environment(Map<String, String> own) {
    Map<String, String> variables = new TreeMap<>(own);
    variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    variables.put("HOME", "/tmp");
    variables.put("LANG", "C.UTF-8");
    return variables;
  }
}
