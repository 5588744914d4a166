package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps every processor busy with five programs until it is closed, or for some seconds. */
public final class BusyMachine implements AutoCloseable {
  private static final int PROGRAMS = 5 * Runtime.getRuntime().availableProcessors();

  /** A session of its own: the kernel may share processors among sessions. */
  private static final List<String> PROGRAM =
      List.of("setsid", "sh", "-c", "ulimit -t 30; while :; do :; done");

  private final List<Process> running = new ArrayList<>();

  public BusyMachine() throws IOException {
    for (int i = 0; i < PROGRAMS; i++) {
      running.add(new ProcessBuilder(PROGRAM).start());
    }
  }

  @Override
  public void close() {
    running.forEach(Process::destroyForcibly);
  }
}
