package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Distinguishes processes that the judge started ahead from those that a program left: they are
 * bubblewrap, have not made a box, and so are where the judge is, while a program never leaves its
 * namespaces.
 */
public final class WaitingBubblewrap {
  private WaitingBubblewrap() {}

  /** Whether a process is one. */
  public static boolean is(String process) {
    try {
      Path folder = Path.of("/proc", process);
      return folder.resolve("exe").toRealPath().endsWith("bwrap")
          && namespace(folder).equals(namespace(Path.of("/proc/self")));
    } catch (IOException e) {
      return false;
    }
  }

  private static String namespace(Path process) throws IOException {
    return Files.readSymbolicLink(process.resolve("ns/user")).toString();
  }
}
