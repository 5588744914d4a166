package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * Files that become a program's standard input, output and error, created before the command is
 * known. Nobody else has them open. Used by one thread.
 */
record Streams(Path input, Path output, Path error) {
  private static final Path NOTHING = Path.of("/dev/null");
  private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rw-------");

  /** Makes a folder for streams, which only this process may enter. */
  static void makeFolder(Path folder) throws IOException {
    Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** Creates an empty input, and names for the rest, in a folder that has none of them. */
  static Streams make(Path folder) throws IOException {
    Path input = Files.createFile(folder.resolve("input"));
    return new Streams(input, folder.resolve("output"), folder.resolve("error"));
  }

  /** Removes what is left of them in their folder. */
  static void remove(Path folder) {
    try {
      for (String name : List.of("input", "output", "error")) {
        Files.deleteIfExists(folder.resolve(name));
      }
    } catch (IOException e) {
      throw new SandboxException("The streams in " + folder + " can't be removed.", e);
    }
  }

  /** Whether a command reads and writes regular files, and not pipes. */
  static boolean suit(Command command) {
    return (command.input().equals(NOTHING) || Files.isRegularFile(command.input()))
        && isFileToBe(command.output())
        && isFileToBe(command.error());
  }

  private static boolean isFileToBe(Path path) {
    return Files.isRegularFile(path) || Files.notExists(path);
  }

  /** Copies the input; returns the command with these files. */
  Command take(Command command) throws IOException {
    if (!command.input().equals(NOTHING)) {
      try (OutputStream out = Files.newOutputStream(input, StandardOpenOption.WRITE)) {
        Files.copy(command.input(), out);
      }
    }
    // Other users' boxes may open it by the name /dev/stdin, which many programs do.
    Files.setPosixFilePermissions(input, PosixFilePermissions.fromString("r--r--r--"));
    return command.withStreams(this);
  }

  /**
   * Makes a file readable again. Without its own user, a box has the judge's user, and its program
   * may change the mode of an open file.
   */
  static void takeBack(Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      Files.setPosixFilePermissions(file, OURS);
    }
  }

  /** Moves what was written to the place that the command names. */
  void giveTo(Command command) throws IOException {
    Files.move(output, command.output(), StandardCopyOption.REPLACE_EXISTING);
    Files.move(error, command.error(), StandardCopyOption.REPLACE_EXISTING);
  }
}
