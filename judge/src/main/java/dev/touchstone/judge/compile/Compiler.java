package dev.touchstone.judge.compile;

import dev.touchstone.judge.compile.BuildBox.Built;
import dev.touchstone.judge.compile.BuildBox.Recipe;
import dev.touchstone.judge.compile.Compilation.Compiled;
import dev.touchstone.judge.compile.Compilation.Failed;
import dev.touchstone.judge.compile.Submission.SourceFile;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.problempackage.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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
    List<SourceFile> sources = named(language, submission.files());
    List<String> names = sources.stream().map(SourceFile::name).toList();
    Map<String, String> environment = environment(language.environment());
    Optional<Path> prepared = warmup.of(language);
    Map<String, Path> folders = folders(language.needs().reads());
    prepared.ifPresent(folder -> folders.put(CompilerWarmup.FOLDER, folder));
    Recipe recipe =
        new Recipe(language.compileCommand(names, prepared.isPresent()), environment, folders);
    Built built = box.build(withSupport(language, sources), recipe, limits);
    if (built.folder().isEmpty()) {
      return new Failed(language.explained(built.said()), built.certain());
    }
    Path folder = built.folder().get();
    try {
      Optional<String> mainClass =
          language.entryPoint().isPresent() ? MainClass.find(folder) : Optional.of("");
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
   * Java requires a file to have the name of its public class; learners name the class as they
   * like.
   */
  private static List<SourceFile> named(Language language, List<SourceFile> files) {
    if (!language.sources().namedAfterClass()) {
      return files;
    }
    Set<String> taken = new HashSet<>(files.stream().map(SourceFile::name).toList());
    return files.stream()
        .map(file -> {
          String name = language.owns(file.name()) ? namedAfterClass(file) : file.name();
          // If two files have the same class, the compiler reports it.
          return taken.add(name) ? new SourceFile(name, file.content()) : file;
        })
        .toList();
  }

  private static String namedAfterClass(SourceFile file) {
    String folder = file.name().substring(0, file.name().lastIndexOf('/') + 1);
    return JavaSource.publicType(file.content())
        .map(type -> folder + type + ".java")
        .orElse(file.name());
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
