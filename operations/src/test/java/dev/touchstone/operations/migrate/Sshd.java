package dev.touchstone.operations.migrate;

import dev.touchstone.testing.Await;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A real sshd that lets one key open tunnels, as the bastion does while databases are migrated. */
final class Sshd implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/sshd");

  private final Path folder;
  private final int port;
  private Process process;

  private Sshd(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /**
   * Starts one on a free port.
   *
   * @param open where tunnels may lead
   * @param listen where they may listen
   */
  static Sshd start(Path folder, String open, String listen)
      throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "openssh-server is not installed");
    Files.createDirectories(Path.of("/run/sshd"));
    for (String key : List.of("host", "operator")) {
      new ProcessBuilder(
              "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve(key).toString())
          .inheritIO()
          .start()
          .waitFor();
    }
    int port = freePort();
    Files.writeString(
        folder.resolve("config"),
        """
        Port %d
        ListenAddress 127.0.0.1
        HostKey %s
        AuthorizedKeysFile %s
        StrictModes no
        UsePAM no
        PidFile none
        PasswordAuthentication no
        PermitRootLogin prohibit-password
        ForceCommand /usr/sbin/nologin
        MaxSessions 0
        AllowTcpForwarding yes
        PermitOpen %s
        PermitListen %s
        GatewayPorts clientspecified
        """
            .formatted(port, folder.resolve("host"), folder.resolve("operator.pub"), open, listen));
    Files.writeString(
        folder.resolve("known_hosts"),
        "[127.0.0.1]:%d %s".formatted(port, Files.readString(folder.resolve("host.pub"))));
    Sshd sshd = new Sshd(folder, port, run(folder));
    sshd.awaitStart();
    return sshd;
  }

  private static Process run(Path folder) throws IOException {
    return new ProcessBuilder(
            PROGRAM.toString(), "-D", "-e", "-f", folder.resolve("config").toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private void awaitStart() {
    Await.until(
        "sshd to listen",
        () -> Files.readString(folder.resolve("log")).contains("Server listening"));
  }

  String address() {
    return System.getProperty("user.name") + "@127.0.0.1:" + port;
  }

  Path key() {
    return folder.resolve("operator");
  }

  Path knownHosts() {
    return folder.resolve("known_hosts");
  }

  /** Ends it and all its sessions at once. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }

  /** At the same address as before. */
  void startAgain() throws IOException {
    process = run(folder);
    awaitStart();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
