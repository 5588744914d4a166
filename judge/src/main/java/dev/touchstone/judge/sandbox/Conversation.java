package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs that wait for each other, and the threads of the judge that pass on what they say. While one
 * of them computes or waits for a processor, that does not count as time asleep of another.
 * Thread-safe.
 */
public final class Conversation {
  private final Set<Usage> runs = ConcurrentHashMap.newKeySet();
  private final Set<Path> relays = ConcurrentHashMap.newKeySet();

  /** Passes something on, on the calling thread, which must be one of the platform. */
  public void relay(Runnable passing) {
    Path thread = self();
    relays.add(thread);
    try {
      passing.run();
    } finally {
      relays.remove(thread);
    }
  }

  void begin(Usage run) {
    runs.add(run);
  }

  void end(Usage run) {
    runs.remove(run);
  }

  boolean ready() {
    return runs.stream().anyMatch(Usage::ready) || relays.stream().anyMatch(ReadyThreads::isReady);
  }

  private static Path self() {
    try {
      Path proc = Path.of("/proc");
      return proc.resolve(Files.readSymbolicLink(proc.resolve("thread-self")));
    } catch (IOException e) {
      throw new SandboxException("The calling thread is not in /proc.", e);
    }
  }
}
