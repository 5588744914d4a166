package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The standard input of one run: its own copy. A program can reopen the file behind its standard
 * input, even for writing if it has the judge's user, and can read the file's name. So it never
 * gets a file that is used again, or one whose name reveals a test. Pipes and devices are passed on
 * unchanged.
 */
record GivenInput(Path file, Optional<Path> folder) implements AutoCloseable {
  private static final String NAME = "input";

  /**
   * Copies an input.
   *
   * @param folder a folder that only this process may enter
   * @throws SandboxException if it can't be copied
   */
  static GivenInput of(Path input, Path folder) {
    if (!Files.isRegularFile(input)) {
      return new GivenInput(input, Optional.empty());
    }
    try {
      Path own = Files.createTempDirectory(folder, "given-");
      Path copy = Files.copy(input, own.resolve(NAME));
      // Other users' boxes may open it by the name /dev/stdin, which many programs do.
      Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r--r--r--"));
      return new GivenInput(copy, Optional.of(own));
    } catch (IOException e) {
      throw new SandboxException("The input " + input + " can't be copied.", e);
    }
  }

  @Override
  public void close() {
    folder.ifPresent(Folders::delete);
  }
}
