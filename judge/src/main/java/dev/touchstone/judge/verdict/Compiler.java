package dev.touchstone.judge.verdict;

import dev.touchstone.judge.language.JavaSource;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.MainClass;
import dev.touchstone.judge.sandbox.Command;
import dev.touchstone.judge.sandbox.Execution;
import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.verdict.Compilation.Compiled;
import dev.touchstone.judge.verdict.Compilation.Failed;
import dev.touchstone.judge.verdict.Submission.SourceFile;
import dev.touchstone.problempackage.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compiles in the sandbox, since sources make compilers read, write and compute at will. What comes
 * out is read from a stream, never from a folder that the compiler could write. Thread-safe.
 */
final class Compiler {
  private static final int LONGEST_OUTPUT = 16 * 1024;
  private static final long DISK = 128L << 20;
  private static final int PROCESSES = 128;

  /** Copies the sources into the writable folder, compiles there, and streams the folder out. */
  private static final String SCRIPT =
      "cp -R /source/. . || exit 99; [ $# -eq 0 ] || \"$@\" >&2 || exit 1; exec tar -cf - .";

  /** The format's own way to build a program: a script that makes {@code run}, or just that. */
  private static final List<String> BUILD_SCRIPT =
      List.of(
          "/bin/sh",
          "-c",
          "[ ! -f build ] || { chmod +x build && ./build; } || exit 1;"
              + " [ -f run ] || { echo 'build made no run' >&2; exit 1; }; chmod +x run");

  private final Sandbox sandbox;

  Compiler(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Compiles sources in a language; the program may use the limits' memory. */
  Compilation compile(Submission submission, Limits limits) throws IOException {
    return compile(submission, limits, limits.memoryMib());
  }

  /** Compiles sources in a language. */
  Compilation compile(Submission submission, Limits limits, int memoryMib) throws IOException {
    Language language = submission.language();
    List<SourceFile> sources =
        submission.files().stream().map(file -> named(language, file)).toList();
    List<String> names = sources.stream().map(SourceFile::name).toList();
    Map<String, String> environment = environment(language.environment());
    Recipe recipe =
        new Recipe(language.compileCommand(names), environment, language.needs().reads());
    Built built = build(withSupport(language, sources), recipe, limits);
    if (built.folder().isEmpty()) {
      return new Failed(language.explained(built.said()));
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
   * Java wants a file to have the name of its public class; learners name the class as they like.
   */
  private static SourceFile named(Language language, SourceFile file) {
    Language.Sources sources = language.sources();
    if (!sources.namedAfterClass() || !file.name().equals(sources.mainFile())) {
      return file;
    }
    return JavaSource.publicType(file.content())
        .map(name -> new SourceFile(name + ".java", file.content()))
        .orElse(file);
  }

  private static List<SourceFile> withSupport(Language language, List<SourceFile> sources) {
    List<SourceFile> files = new ArrayList<>(sources);
    language
        .supportFiles()
        .forEach(
            (name, text) -> files.add(new SourceFile(name, text.getBytes(StandardCharsets.UTF_8))));
    return files;
  }

  /** Builds a program of a package that brings the scripts {@code build} or {@code run}. */
  Compilation compileByScript(List<SourceFile> files, Limits limits) throws IOException {
    Map<String, String> environment = environment(Map.of());
    Built built = build(files, new Recipe(BUILD_SCRIPT, environment, List.of()), limits);
    return built.folder().isEmpty()
        ? new Failed(built.said())
        : new Compiled(
            new Program(
                built.folder().get(),
                List.of("/box/run"),
                environment,
                List.of(),
                Optional.empty(),
                1,
                0,
                PROCESSES),
            built.said());
  }

  /** How to build: the command, and what it sees. */
  private record Recipe(List<String> command, Map<String, String> environment, List<Path> reads) {}

  /** A folder with what came out, or nothing but words. */
  private record Built(Optional<Path> folder, String said) {}

  private Built build(List<SourceFile> files, Recipe recipe, Limits limits) throws IOException {
    Path source = temporaryFolder("source-");
    Path output = Files.createTempFile(sandbox.privateFolder(), "compile-", ".tar");
    Path error = Files.createTempFile(sandbox.privateFolder(), "compile-", ".err");
    try {
      writeSources(files, source);
      Execution execution = run(recipe, source, output, error, limits);
      String said = Texts.head(error, LONGEST_OUTPUT);
      return switch (execution.outcome()) {
        case EXITED ->
            execution.exitCode() == 0
                ? new Built(Optional.of(unpacked(output)), said)
                : failed(said.isBlank() ? "The compiler gave no reason." : said);
        case SIGNALED -> failed(said + "\nThe compiler crashed.");
        case CPU_LIMIT, WALL_LIMIT -> failed(said + "\nThe compiler took too long.");
        case MEMORY_LIMIT -> failed(said + "\nThe compiler used too much memory.");
        case OUTPUT_LIMIT -> failed("The compiler wrote too much.");
      };
    } catch (ArtifactArchive.Refused e) {
      return failed(String.valueOf(e.getMessage()));
    } finally {
      Folders.delete(source);
      Folders.delete(output);
      Folders.delete(error);
    }
  }

  private static Built failed(String said) {
    return new Built(Optional.empty(), said);
  }

  private Execution run(Recipe recipe, Path source, Path output, Path error, Limits limits) {
    List<String> arguments = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "compile"));
    arguments.addAll(recipe.command());
    Map<String, Path> folders = folders(recipe.reads());
    folders.put("/source", source);
    return sandbox.run(
        new Command(
            arguments,
            recipe.environment(),
            folders,
            true,
            Path.of("/dev/null"),
            output,
            error,
            new dev.touchstone.judge.sandbox.Limits(
                limits.compilation(),
                limits.compilation().multipliedBy(2),
                (long) limits.compilationMemoryMib() << 20,
                PROCESSES,
                DISK,
                DISK)));
  }

  /** Those of the host's folders that are there. */
  static Map<String, Path> folders(List<Path> reads) {
    Map<String, Path> folders = new TreeMap<>();
    reads.stream().filter(Files::exists).forEach(folder -> folders.put(folder.toString(), folder));
    return folders;
  }

  private static Map<String, String> environment(Map<String, String> own) {
    Map<String, String> variables = new TreeMap<>(own);
    variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    variables.put("HOME", "/tmp");
    variables.put("LANG", "C.UTF-8");
    return variables;
  }

  private static void writeSources(List<SourceFile> files, Path folder) throws IOException {
    for (SourceFile file : files) {
      Path target = folder.resolve(file.name()).normalize();
      if (!target.startsWith(folder) || target.equals(folder)) {
        throw new IOException("A source file is named outside of its folder.");
      }
      Files.createDirectories(target.getParent());
      Files.write(target, file.content());
    }
    ArtifactArchive.makeReadable(folder);
  }

  private Path unpacked(Path archive) throws IOException {
    Path folder = temporaryFolder("program-");
    try {
      ArtifactArchive.unpack(archive, folder);
      return folder;
    } catch (IOException | RuntimeException e) {
      Folders.delete(folder);
      throw e;
    }
  }

  private Path temporaryFolder(String prefix) throws IOException {
    return Files.createTempDirectory(
        sandbox.sharedFolder(),
        prefix,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
  }
}
