package dev.touchstone.judge.compile;

import dev.touchstone.judge.compile.Submission.SourceFile;
import dev.touchstone.judge.sandbox.Command;
import dev.touchstone.judge.sandbox.Execution;
import dev.touchstone.judge.sandbox.FileHead;
import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.judge.sandbox.RunLimits;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.problempackage.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Runs compilers in the sandbox, because sources can make them read, write and compute anything.
 * The result is read from a stream, never from a folder that the compiler could write. Thread-safe.
 */
final class BuildBox {
  static final int PROCESSES = 128;
  private static final int LONGEST_OUTPUT = 16 * 1024;

  /** Copies the sources into the writable folder, compiles there, and streams the folder out. */
  private static final String SCRIPT =
      "cp -R /source/. . || exit 99; [ $# -eq 0 ] || \"$@\" >&2 || exit 1; exec tar -cf - .";

  private final Sandbox sandbox;
  private final long disk;

  BuildBox(Sandbox sandbox) {
    this(sandbox, ArtifactArchive.MOST_BYTES);
  }

  /** Runs compilers whose results may have so many bytes. */
  BuildBox(Sandbox sandbox, long disk) {
    this.sandbox = sandbox;
    this.disk = disk;
  }

  /** A command and what it sees. */
  record Recipe(List<String> command, Map<String, String> environment, Map<String, Path> folders) {}

  /**
   * The result of a recipe.
   *
   * @param folder the files that it made, empty if it failed
   * @param said the compiler's message
   * @param certain whether the result would be the same again
   */
  record Built(Optional<Path> folder, String said, boolean certain) {}

  /**
   * Runs a recipe on files.
   *
   * @throws IOException if the judge's disk fails
   */
  Built build(List<SourceFile> files, Recipe recipe, Limits limits) throws IOException {
    Optional<String> refusal = PossibleNames.refusal(files);
    if (refusal.isPresent()) {
      return failed(refusal.get());
    }
    Path source = temporaryFolder("source-");
    Path output = sandbox.newFile(".tar");
    Path error = sandbox.newFile(".err");
    try {
      writeSources(files, source);
      Execution execution = run(recipe, source, output, error, limits);
      String said = FileHead.read(error, LONGEST_OUTPUT);
      return switch (execution.outcome()) {
        case EXITED ->
            execution.exitCode() == 0
                ? new Built(Optional.of(unpacked(output)), said, true)
                : failed(said.isBlank() ? "The compiler printed no message." : said);
        case SIGNALED -> stopped(said + "\nThe compiler crashed.");
        case CPU_LIMIT, WALL_LIMIT -> stopped(said + "\nThe compiler exceeded its time limit.");
        case MEMORY_LIMIT -> stopped(said + "\nThe compiler exceeded its memory limit.");
        case OUTPUT_LIMIT -> failed("The compiler exceeded its output limit.");
      };
    } catch (InvalidPathException e) {
      return stopped(
          "The judge can't create the file "
              + e.getInput()
              + ", because its locale is not UTF-8 (set LC_ALL=C.UTF-8).");
    } catch (ArtifactArchive.Refused e) {
      return failed(String.valueOf(e.getMessage()));
    } finally {
      Folders.delete(source);
      Files.deleteIfExists(output);
      Files.deleteIfExists(error);
    }
  }

  private static Built failed(String said) {
    return new Built(Optional.empty(), said, true);
  }

  private static Built stopped(String said) {
    return new Built(Optional.empty(), said, false);
  }

  private Execution run(Recipe recipe, Path source, Path output, Path error, Limits limits) {
    List<String> arguments = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "compile"));
    arguments.addAll(recipe.command());
    Map<String, Path> folders = new TreeMap<>(recipe.folders());
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
            new RunLimits(
                limits.compilation(),
                limits.compilation().multipliedBy(2),
                (long) limits.compilationMemoryMib() << 20,
                PROCESSES,
                disk,
                disk)));
  }

  private static void writeSources(List<SourceFile> files, Path folder) throws IOException {
    for (SourceFile file : files) {
      Path target = folder.resolve(file.name());
      Files.createDirectories(target.getParent());
      Files.write(target, file.content());
    }
    Folders.makeReadable(folder);
  }

  private Path unpacked(Path archive) throws IOException {
    Path folder = temporaryFolder("program-");
    try {
      ArtifactArchive.unpack(archive, folder, disk);
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
