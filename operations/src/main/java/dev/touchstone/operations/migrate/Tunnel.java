package dev.touchstone.operations.migrate;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The way between the servers through a bastion, with the system's ssh: a port here leads to the
 * target, ports of the bastion lead to the sources. It connects again when it ends.
 */
final class Tunnel implements AutoCloseable {
  /** How long until it connects again. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final List<String> command;
  private final Consumer<String> progress;
  private volatile boolean closed;
  private volatile long process;

  private Tunnel(List<String> command, Consumer<String> progress) {
    this.command = command;
    this.progress = progress;
  }

  /** Reads where it leads; the addresses are those of the migration. */
  static Tunnel from(Environment environment, Consumer<String> progress) {
    String bastion = environment.text("TUNNEL_BASTION");
    Path key = environment.path("TUNNEL_KEY");
    Path hosts = environment.path("TUNNEL_KNOWN_HOSTS");
    String target = environment.text("TUNNEL_TARGET");
    try (MigrationSettings settings = MigrationSettings.from(environment)) {
      List<String> command =
          new ArrayList<>(List.of("ssh", "-N", "-T", "-F", "none", "-i", key.toString()));
      for (String option :
          List.of(
              "IdentitiesOnly=yes",
              "BatchMode=yes",
              "StrictHostKeyChecking=yes",
              "UserKnownHostsFile=" + hosts,
              "ExitOnForwardFailure=yes",
              "ConnectTimeout=10",
              "ServerAliveInterval=5",
              "ServerAliveCountMax=3")) {
        command.addAll(List.of("-o", option));
      }
      command.addAll(List.of("-L", settings.master().reached() + ":" + target));
      TreeMap<String, String> ways = new TreeMap<>();
      settings.pairs().forEach(pair -> ways.put(pair.source().seen(), pair.source().reached()));
      ways.forEach((listen, source) -> command.addAll(List.of("-R", listen + ":" + source)));
      command.add("ssh://" + bastion);
      return new Tunnel(command, progress);
    }
  }

  /** Keeps it up until it is closed. */
  void keep() {
    while (!closed) {
      progress.accept("tunnel: connecting");
      try {
        Process ssh = new ProcessBuilder(command).inheritIO().start();
        process = ssh.pid();
        if (closed) {
          ssh.destroy();
        }
        int status = ssh.waitFor();
        progress.accept(String.format(Locale.ROOT, "tunnel: ended with status %d", status));
      } catch (IOException e) {
        throw new OperationFailed("ssh can't be run. Install openssh-client.", e);
      } catch (InterruptedException e) {
        close();
        Thread.currentThread().interrupt();
        return;
      }
      if (!closed) {
        Waiting.pause(PAUSE);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    ProcessHandle.of(process).ifPresent(ProcessHandle::destroy);
  }
}
