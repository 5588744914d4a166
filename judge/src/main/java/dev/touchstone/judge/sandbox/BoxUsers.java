package dev.touchstone.judge.sandbox;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Users of the host, one for each box in use, when the judge runs as root: a user namespace made by
 * root would map the program to the host's root. The ids belong to nobody else. Thread-safe.
 */
final class BoxUsers {
  /** Above what distributions give to people and services, below what they map to containers. */
  private static final int FIRST = 61_600;

  private final BlockingQueue<Integer> free;
  private final boolean root;

  BoxUsers(int boxes, boolean root) {
    this.root = root;
    this.free = new ArrayBlockingQueue<>(boxes);
    for (int i = 0; i < boxes; i++) {
      free.add(FIRST + i);
    }
  }

  /** Whether this process is root and each box becomes another user. */
  boolean change() {
    return root;
  }

  /** Waits for a free box and returns its user id. */
  int take() {
    try {
      return free.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while waiting for a free box.", e);
    }
  }

  void giveBack(int user) {
    free.add(user);
  }

  /** The start of a command line that becomes the user and drops all groups. */
  List<String> become(int user) {
    String id = Integer.toString(user);
    return root
        ? List.of("setpriv", "--reuid", id, "--regid", id, "--clear-groups", "--no-new-privs", "--")
        : List.of("setpriv", "--no-new-privs", "--");
  }
}
