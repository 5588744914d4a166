package dev.touchstone.operations.keys;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.operations.process.Program;
import dev.touchstone.platform.files.Deletion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An sshd on a free port of the loopback address that accepts one key, for as long as it is tried.
 * A key that is damaged, or whose passphrase is wrong, is found before anybody else hears of it.
 */
final class TrialServer {
  private static final Duration TIME = Duration.ofSeconds(20);

  private TrialServer() {}

  /** Starts it, calls, and stops it. */
  static void accept(PublicKey key, Consumer<SignIn> call) {
    try {
      Path folder = Files.createTempDirectory("touchstone-sshd");
      try {
        run(folder, key, call);
      } finally {
        Deletion.delete(folder);
      }
    } catch (IOException e) {
      throw new OperationFailed(
          "The new key can't be tried: no sshd can be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationFailed("Interrupted.", e);
    }
  }

  private static void run(Path folder, PublicKey key, Consumer<SignIn> call)
      throws IOException, InterruptedException {
    Path hostKey = folder.resolve("host");
    String _ =
        Program.run(
                List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", hostKey.toString()),
                Map.of(),
                "",
                TIME)
            .required("ssh-keygen");
    int port = freePort();
    Path keys = Files.writeString(folder.resolve("keys"), key.line() + "\n");
    Path settings = Files.writeString(folder.resolve("sshd_config"), settings(hostKey, keys, port));
    Path known =
        Files.writeString(
            folder.resolve("known_hosts"),
            "[127.0.0.1]:%d %s".formatted(port, Files.readString(folder.resolve("host.pub"))));
    Path log = folder.resolve("log");
    Process sshd =
        new ProcessBuilder(program().toString(), "-D", "-e", "-f", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      awaitListening(sshd, port, log);
      call.accept(new SignIn("127.0.0.1", port, System.getProperty("user.name"), known));
    } finally {
      sshd.destroy();
      int _ = sshd.waitFor();
    }
  }

  private static String settings(Path hostKey, Path keys, int port) throws IOException {
    boolean root = "root".equals(System.getProperty("user.name"));
    if (root) { // sshd wants it, and no service may have made it
      Files.createDirectories(Path.of("/run/sshd"));
    }
    return """
    ListenAddress 127.0.0.1
    Port %d
    HostKey %s
    AuthorizedKeysFile %s
    AuthenticationMethods publickey
    PubkeyAcceptedAlgorithms ssh-ed25519
    PermitRootLogin prohibit-password
    ForceCommand /bin/false
    PermitTTY no
    DisableForwarding yes
    MaxSessions 0
    StrictModes no
    PidFile none
    # Without it, sshd refuses an account that has no password; and it needs root.
    UsePAM %s
    """
        .formatted(port, hostKey, keys, root ? "yes" : "no");
  }

  private static void awaitListening(Process sshd, int port, Path log) throws IOException {
    long end = System.nanoTime() + TIME.toNanos();
    while (System.nanoTime() < end) {
      if (!sshd.isAlive()) {
        throw new OperationFailed("sshd ended at once: " + Files.readString(log).strip());
      }
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException _) {
        Program.pause();
      }
    }
    throw new OperationFailed("sshd does not listen: " + Files.readString(log).strip());
  }

  /** sshd wants to be called by its whole path. */
  private static Path program() {
    Optional<Path> found =
        Stream.of("/usr/sbin/sshd", "/usr/bin/sshd", "/usr/local/sbin/sshd")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    return found.orElseThrow(() ->
        new OperationFailed(
            "The new key must be tried on an sshd, and there is none here. Install openssh-server; it need not run."));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
