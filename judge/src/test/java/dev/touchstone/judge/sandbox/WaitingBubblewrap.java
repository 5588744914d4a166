package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Distinguishes processes that the judge started ahead from those that a program left: they are
 * bubblewrap and have no filter of system calls yet, while no program is without one.
 */
public final class WaitingBubblewrap {
  private WaitingBubblewrap() {}

  /** Whether a process is one. */
  public static boolean is(String process) {
    try {
      Path folder = Path.of("/proc", process);
      return Files.readString(folder.resolve("comm")).equals("bwrap\n")
          && Files.readString(folder.resolve("status")).contains("\nSeccomp:\t0\n");
    } catch (IOException e) {
      return false;
    }
  }
}
