package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many processes and threads the kernel must allow a user, so that a box may have its own.
 * Since Linux 5.14 each user namespace has its own account (kernel/ucount.c), in which there is
 * nothing but the box; before, everything that the user runs counts, including the judge.
 */
final class UserTasks {
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");
  private static final int FIRST_MAJOR = 5;
  private static final int FIRST_MINOR = 14;

  /** The first process of a box, which waits for all others. */
  private static final int FIRST_PROCESS = 1;

  /** Room for other processes that the user starts while the box runs. */
  private static final int MARGIN = 32;

  private UserTasks() {}

  /**
   * The limit for a box that has been made.
   *
   * @param process any process of its user
   */
  static long limit(int process, int allowed) {
    return limit(System.getProperty("os.version"), process, allowed);
  }

  static long limit(String kernel, int process, int allowed) {
    long own = allowed + (long) FIRST_PROCESS;
    return countsEachNamespace(kernel) ? own : count(process) + own + MARGIN;
  }

  private static boolean countsEachNamespace(String kernel) {
    Matcher version = VERSION.matcher(kernel);
    if (!version.matches()) {
      return false;
    }
    int major = Integer.parseInt(version.group(1));
    int minor = Integer.parseInt(version.group(2));
    return major > FIRST_MAJOR || (major == FIRST_MAJOR && minor >= FIRST_MINOR);
  }

  /** The current number of tasks of the same user. */
  private static long count(int process) {
    Path all = Path.of("/proc");
    try {
      Object user = Files.getAttribute(all.resolve(Integer.toString(process)), "unix:uid");
      long count = 0;
      try (DirectoryStream<Path> processes = Files.newDirectoryStream(all, "[1-9]*")) {
        for (Path other : processes) {
          count += tasks(other, user);
        }
      }
      return count;
    } catch (IOException | DirectoryIteratorException e) {
      throw new SandboxException("The processes of the box's user can't be counted.", e);
    }
  }

  private static long tasks(Path process, Object user) {
    try {
      // The number of links of the folder with the tasks: two more than there are.
      return user.equals(Files.getAttribute(process, "unix:uid"))
          ? (Integer) Files.getAttribute(process.resolve("task"), "unix:nlink") - 2L
          : 0;
    } catch (IOException e) {
      return 0; // it has just ended
    }
  }
}
