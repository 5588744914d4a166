package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.infrastructure.Command.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a key of the bastion opens: {@code first_start.sh} is run as on a new machine, and a real
 * sshd with the settings that it wrote. Only the programs of Amazon Linux and AWS are replaced.
 *
 * <p>The script changes users and {@code /etc}, so it runs in a mount namespace with copies of
 * them, which needs root.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BastionTest {
  /** Not below this project, which other users may not be allowed to enter. */
  @TempDir static Path folder;

  private static final String BANNER = "SSH-2.0-";

  private final int port = freePort();

  /** Something that a tunnel may lead to, and something else: sshd itself under another name. */
  private final String allowed = "127.0.0.1:" + port;

  private Server sshd;

  @BeforeAll
  void start() throws IOException {
    Assumptions.assumeTrue(
        "root".equals(System.getProperty("user.name")), "only root can try the bastion's script");
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/sbin/sshd")), "openssh-server is not installed");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectories(folder.resolve("programs"));
    program("rpm", "true");
    program("dnf", "echo dnf \"$@\"");
    program("systemctl", "echo systemctl \"$@\"");
    // Amazon Linux has the file; its content is not the script's.
    program("sed", "exit 0");
    program(
        "aws",
        "[ \"$*\" = \"ssm get-parameter --region us-east-1 --name /t/keys --query Parameter.Value --output text\" ] &&\n"
            + "  [ \"$(id -un)\" = authorized-keys ] && cat "
            + folder.resolve("keys"));
    for (String name : List.of("operator", "stranger", "rsa")) {
      String type = name.equals("rsa") ? "rsa" : "ed25519";
      run("ssh-keygen", "-q", "-t", type, "-N", "", "-C", name, "-f", key(name).toString());
    }
    allow("operator", "rsa");
    Files.writeString(
        folder.resolve("user_data.sh"),
        "#!/bin/bash\nREGION=us-east-1\nKEYS=/t/keys\nDESTINATIONS='%s'\n".formatted(allowed)
            + Sources.read(Sources.INFRASTRUCTURE.resolve("modules/bastion/first_start.sh")));
    Files.writeString(folder.resolve("machine.sh"), machine());
    sshd =
        Server.start(
            Map.of(),
            List.of("unshare", "--mount", "bash", folder.resolve("machine.sh").toString()),
            Pattern.compile("Server listening on (127[.]0[.]0[.]1 port \\d+)"));
  }

  /** A machine: copies of what the script changes, then the script, then sshd. */
  private String machine() {
    return """
    set -euo pipefail
    # In memory, and gone with this process.
    mkdir %1$s/machine
    mount -t tmpfs machine %1$s/machine
    cp -a /etc %1$s/machine/etc
    mkdir %1$s/machine/sbin
    mount --bind %1$s/machine/etc /etc
    mount --bind %1$s/machine/sbin /usr/local/sbin
    mkdir -p /run/sshd
    # Amazon Linux includes this folder; the image's own user has a key of its own in it.
    rm -f /etc/ssh/sshd_config.d/* /etc/ssh/ssh_host_*
    printf 'Include /etc/ssh/sshd_config.d/*.conf\\nUsePAM yes\\nSubsystem sftp internal-sftp\\n' >/etc/ssh/sshd_config
    echo 'PasswordAuthentication yes' >/etc/ssh/sshd_config.d/50-cloud-init.conf
    ssh-keygen -q -t ed25519 -N '' -f /etc/ssh/ssh_host_ed25519_key
    # sshd -t of the script, which the list of programs does not contain, is the real one.
    PATH=%1$s/programs:$PATH bash %1$s/user_data.sh
    ln -s %1$s/programs/aws /usr/local/sbin/aws
    exec /usr/sbin/sshd -D -e -p %2$d -o ListenAddress=127.0.0.1
    """
        .formatted(folder, port);
  }

  @AfterAll
  void stop() {
    if (sshd != null) {
      sshd.close();
    }
  }

  @Test
  void aListedKeyOpensATunnelToAListedPlace() {
    assertThat(ssh("operator", "tunnel", "-W", allowed).output()).contains(BANNER);
  }

  @Test
  void aTunnelLeadsNowhereElse() {
    assertThat(ssh("operator", "tunnel", "-W", "localhost:" + port).output())
        .doesNotContain(BANNER)
        .contains("administratively prohibited");
  }

  @Test
  void aKeyOpensNoShellTerminalCommandOrFileTransfer() {
    assertThat(
            Stream.of(
                ssh("operator", "tunnel", "id"),
                ssh("operator", "tunnel", "-tt"),
                ssh("operator", "tunnel", "-s", "sftp")))
        .allSatisfy(ending -> {
          assertThat(ending.status()).isNotZero();
          assertThat(ending.output()).contains("open failed").doesNotContain("uid=");
        });
  }

  @Test
  void nothingListensOnTheBastionForOthers() {
    assertThat(
            ssh("operator", "tunnel", "-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:" + allowed)
                .output())
        .contains("remote port forwarding failed");
  }

  @Test
  void otherKeysAndUsersAreRefused() {
    assertThat(
            Stream.of(
                ssh("stranger", "tunnel", "-W", allowed),
                ssh("rsa", "tunnel", "-W", allowed),
                ssh("operator", "root", "-W", allowed),
                ssh("operator", "authorized-keys", "-W", allowed)))
        .allSatisfy(
            ending -> assertThat(ending.output()).contains("Permission denied (publickey)"));
  }

  /** No sign-in needs a new machine, and none a restart of sshd. */
  @Test
  void aReplacedKeyCountsAtTheNextSignIn() throws IOException {
    try {
      allow("stranger");
      assertThat(ssh("operator", "tunnel", "-W", allowed).output()).contains("Permission denied");
      assertThat(ssh("stranger", "tunnel", "-W", allowed).output()).contains(BANNER);
      Files.delete(folder.resolve("keys"));
      assertThat(ssh("stranger", "tunnel", "-W", allowed).output()).contains("Permission denied");
    } finally {
      allow("operator", "rsa");
    }
  }

  private Ending ssh(String key, String user, String... words) {
    List<String> command =
        new ArrayList<>(
            List.of("ssh", "-F", "none", "-p", Integer.toString(port), "-i", key(key).toString()));
    for (String option :
        List.of(
            "IdentitiesOnly=yes",
            "IdentityAgent=none",
            "BatchMode=yes",
            "LogLevel=INFO",
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null")) {
      command.addAll(List.of("-o", option));
    }
    // The place comes before a command, options before the place.
    boolean option = words[0].startsWith("-") && !words[0].equals("-s");
    if (option) {
      command.addAll(List.of(words));
      command.add(user + "@127.0.0.1");
    } else if (words[0].equals("-s")) {
      command.addAll(List.of("-s", user + "@127.0.0.1", words[1]));
    } else {
      command.add(user + "@127.0.0.1");
      command.addAll(List.of(words));
    }
    return Command.run(folder, Map.of(), command);
  }

  private static Path key(String name) {
    return folder.resolve(name);
  }

  /** Puts public keys into Parameter Store. */
  private static void allow(String... names) throws IOException {
    StringBuilder keys = new StringBuilder();
    for (String name : names) {
      keys.append(Sources.read(folder.resolve(name + ".pub")));
    }
    Files.writeString(folder.resolve("keys"), keys);
  }

  private static void run(String... words) {
    Ending ending = Command.run(folder, Map.of(), List.of(words));
    assertThat(ending.status()).as(ending.output()).isZero();
  }

  private static void program(String name, String text) throws IOException {
    Path file = folder.resolve("programs").resolve(name);
    Files.writeString(file, "#!/bin/bash\n" + text + "\n", StandardCharsets.UTF_8);
    assertThat(file.toFile().setExecutable(true, false)).isTrue();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
