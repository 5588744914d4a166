package dev.touchstone.operations.keys;

import dev.touchstone.testing.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A bastion as Terraform makes it: the script of its first start has run, and a real sshd with the
 * settings that it wrote asks for the keys at each sign-in. Only the programs of Amazon Linux and
 * AWS are replaced. It changes users and {@code /etc}, so it lives in namespaces of its own, which
 * needs root.
 */
final class BastionMachine implements AutoCloseable {
  private static final Path FIRST_START =
      Path.of("../infrastructure/modules/bastion/first_start.sh").toAbsolutePath();

  private final Path folder;
  private final int port;
  private final Process process;

  private BastionMachine(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /**
   * Starts one.
   *
   * @param folder that all users may enter
   * @param keys the file in which AWS has the keys
   */
  static BastionMachine start(Path folder, Path keys) throws IOException {
    Assumptions.assumeTrue(
        "root".equals(System.getProperty("user.name")), "only root can start a bastion");
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/sbin/sshd")), "openssh-server is not installed");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    program(folder, "first/rpm", "true");
    program(folder, "first/dnf", "true");
    program(folder, "first/sed", "true");
    program(folder, "programs/systemctl", "true");
    program(folder, "programs/aws", "cat " + keys);
    program(
        folder,
        "programs/journalctl",
        "tr -d '\\r' <%s | sed 's/^/2026-11-29T14:05:00+0000 bastion sshd[7]: /'"
            .formatted(folder.resolve("log")));
    int port = freePort();
    Path user = folder.resolve("user_data.sh");
    Files.writeString(
        user,
        "REGION=r\nKEYS=k\nDESTINATIONS='127.0.0.1:%d'\n".formatted(port)
            + Files.readString(FIRST_START));
    Path machine =
        Files.writeString(
            folder.resolve("machine.sh"),
            """
            set -euo pipefail
            mkdir %1$s/machine
            mount -t tmpfs machine %1$s/machine
            cp -a /etc %1$s/machine/etc
            mkdir %1$s/machine/sbin
            mount --bind %1$s/machine/etc /etc
            mount --bind %1$s/machine/sbin /usr/local/sbin
            mkdir -p /run/sshd
            rm -f /etc/ssh/sshd_config.d/* /etc/ssh/ssh_host_*
            printf 'Include /etc/ssh/sshd_config.d/*.conf\\nUsePAM yes\\n' >/etc/ssh/sshd_config
            ssh-keygen -q -t ed25519 -N '' -f /etc/ssh/ssh_host_ed25519_key
            PATH=%1$s/first:%1$s/programs:$PATH bash %1$s/user_data.sh
            ln -s %1$s/programs/aws /usr/local/sbin/aws
            cp /etc/ssh/ssh_host_ed25519_key.pub %1$s/host.pub
            exec /usr/sbin/sshd -D -e -p %2$d -o ListenAddress=127.0.0.1
            """
                .formatted(folder, port));
    Process process =
        new ProcessBuilder(
                "unshare",
                "--mount",
                "--pid",
                "--fork",
                "--kill-child",
                "--mount-proc",
                "bash",
                machine.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    Await.until(
        "sshd to listen",
        () -> {
          String log = Files.readString(folder.resolve("log"));
          if (!process.isAlive()) {
            throw new AssertionError("The bastion ended: " + log);
          }
          return log.contains("Server listening");
        });
    Files.writeString(
        folder.resolve("known_hosts"),
        "[127.0.0.1]:%d %s".formatted(port, Files.readString(folder.resolve("host.pub"))));
    return new BastionMachine(folder, port, process);
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  Path knownHosts() {
    return folder.resolve("known_hosts");
  }

  /** A command that runs its input as root on the machine. */
  String shell() {
    long inside = process.children().findFirst().orElseThrow().pid();
    return "nsenter --target %d --mount --pid env PATH=%s/programs:/usr/sbin:/usr/bin:/sbin:/bin bash -s"
        .formatted(inside, folder);
  }

  /** Opens a tunnel and returns the program that keeps it open. */
  Process tunnel(Path privateKey) throws IOException {
    Path log = folder.resolve("tunnel.log");
    Process tunnel =
        new ProcessBuilder(
                List.of(
                    "ssh",
                    "-F",
                    "none",
                    "-N",
                    "-i",
                    privateKey.toString(),
                    "-p",
                    Integer.toString(port),
                    "-o",
                    "IdentitiesOnly=yes",
                    "-o",
                    "BatchMode=yes",
                    "-o",
                    "UserKnownHostsFile=" + knownHosts(),
                    "-o",
                    "LogLevel=VERBOSE",
                    "tunnel@127.0.0.1"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Await.until(
        "an answer to the tunnel",
        () -> !tunnel.isAlive() || Files.readString(log).contains("Authenticated to"));
    return tunnel;
  }

  @Override
  public void close() {
    // unshare ignores SIGTERM while it waits; when it is killed, so is everything in its
    // namespaces.
    process.destroyForcibly();
  }

  private static void program(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/bash\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
