package dev.touchstone.judge.verdict;

import dev.touchstone.judge.language.JavaSource;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.MainClass;
import dev.touchstone.judge.sandbox.Command;
import dev.touchstone.judge.sandbox.Execution;
import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.judge.sandbox.Limits;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.verdict.Compilation.Compiled;
import dev.touchstone.judge.verdict.Compilation.Failed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
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
  private static final long MEMORY = 1536L << 20;
  private static final long DISK = 128L << 20;
  private static final int PROCESSES = 128;

  /** Copies the sources into the writable folder, compiles there, and streams the folder out. */
  private static final String SCRIPT =
      "cp -R /source/. . || exit 99; [ $# -eq 0 ] || \"$@\" >&2 || exit 1; exec tar -cf - .";

  private final Sandbox sandbox;

  Compiler(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  Compilation compile(Submission submission, Duration cpuTime) throws IOException {
    Language language = submission.language();
    Path source = temporaryFolder("source-");
    Path output = Files.createTempFile("touchstone-compile", ".tar");
    Path error = Files.createTempFile("touchstone-compile", ".err");
    try {
      List<String> names = writeSources(submission, source);
      Execution execution = run(language, names, source, output, error, cpuTime);
      String said = Texts.head(error, LONGEST_OUTPUT);
      return switch (execution.outcome()) {
        case EXITED ->
            execution.exitCode() == 0
                ? unpacked(language, names, output, said)
                : new Failed(
                    said.isBlank() ? "The compiler gave no reason." : language.explained(said));
        case SIGNALED -> new Failed(said + "\nThe compiler crashed.");
        case CPU_LIMIT, WALL_LIMIT -> new Failed(said + "\nThe compiler took too long.");
        case MEMORY_LIMIT -> new Failed(said + "\nThe compiler used too much memory.");
        case OUTPUT_LIMIT -> new Failed("The compiler wrote too much.");
      };
    } finally {
      Folders.delete(source);
      Folders.delete(output);
      Folders.delete(error);
    }
  }

  private Execution run(
      Language language,
      List<String> names,
      Path source,
      Path output,
      Path error,
      Duration cpuTime) {
    List<String> arguments = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "compile"));
    arguments.addAll(language.compileCommand(names));
    Limits limits = new Limits(cpuTime, cpuTime.multipliedBy(2), MEMORY, PROCESSES, DISK, DISK);
    return sandbox.run(
        new Command(
            arguments,
            environment(language),
            folders(language, "/source", source),
            true,
            Path.of("/dev/null"),
            output,
            error,
            limits));
  }

  /**
   * What a box of this language reads of the host: one folder of ours, and what its runtime needs.
   */
  static Map<String, Path> folders(Language language, String inside, Path outside) {
    Map<String, Path> folders = new TreeMap<>();
    for (Path needed : language.needs().reads()) {
      if (Files.exists(needed)) {
        folders.put(needed.toString(), needed);
      }
    }
    folders.put(inside, outside);
    return folders;
  }

  static Map<String, String> environment(Language language) {
    Map<String, String> variables = new TreeMap<>(language.environment());
    variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    variables.put("HOME", "/tmp");
    variables.put("LANG", "C.UTF-8");
    return variables;
  }

  private static List<String> writeSources(Submission submission, Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    for (Submission.SourceFile file : submission.files()) {
      Path target = folder.resolve(fileName(submission.language(), file)).normalize();
      if (!target.startsWith(folder) || target.equals(folder)) {
        throw new IOException("A source file is named outside of its folder.");
      }
      Files.createDirectories(target.getParent());
      Files.write(target, file.content());
      names.add(folder.relativize(target).toString());
    }
    for (Map.Entry<String, String> file : submission.language().supportFiles().entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    ArtifactArchive.makeReadable(folder);
    return names;
  }

  /**
   * Java wants a file to have the name of its public class; learners name the class as they like.
   */
  private static String fileName(Language language, Submission.SourceFile file) {
    return language.sources().namedAfterClass() && file.name().equals(language.sources().mainFile())
        ? JavaSource.publicType(file.content()).map(name -> name + ".java").orElse(file.name())
        : file.name();
  }

  private Compilation unpacked(Language language, List<String> names, Path archive, String said)
      throws IOException {
    Path folder = temporaryFolder("program-");
    try {
      ArtifactArchive.unpack(archive, folder);
      Optional<String> mainClass = mainClass(language, folder);
      if (mainClass.isEmpty()) {
        Folders.delete(folder);
        return new Failed(language.entryPoint().map(Language.EntryPoint::missing).orElse(""));
      }
      return new Compiled(new Artifact(language, folder, names, mainClass.get()), said);
    } catch (IOException | RuntimeException e) {
      Folders.delete(folder);
      throw e;
    }
  }

  /** Empty only if one is needed and there is none. */
  private static Optional<String> mainClass(Language language, Path folder) throws IOException {
    return language.entryPoint().isPresent() ? MainClass.find(folder) : Optional.of("");
  }

  private Path temporaryFolder(String prefix) throws IOException {
    return Files.createTempDirectory(
        sandbox.sharedFolder(),
        prefix,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
  }
}
