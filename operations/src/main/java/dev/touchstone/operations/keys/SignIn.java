package dev.touchstone.operations.keys;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.operations.process.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How to sign in to an sshd.
 *
 * @param knownHosts the file with its host key, without which another machine could pose as it
 */
record SignIn(String host, int port, String user, Path knownHosts) {
  private static final Duration TIME = Duration.ofSeconds(30);

  /**
   * Signs in with a key, opens nothing and leaves.
   *
   * @throws OperationFailed with the reason, if the key is refused or the server can't be reached
   */
  void require(Path privateKey, Passphrase passphrase) {
    List<String> command =
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
            "IdentityAgent=none",
            "-o",
            "PreferredAuthentications=publickey",
            "-o",
            "NumberOfPasswordPrompts=1",
            "-o",
            "StrictHostKeyChecking=yes",
            "-o",
            "UserKnownHostsFile=" + knownHosts,
            "-o",
            "ConnectTimeout=10",
            "-o",
            "LogLevel=VERBOSE",
            user + "@" + host);
    Program.Ending ending =
        passphrase.with(
            environment -> Program.runUntil(command, environment, TIME, "Authenticated to "));
    if (ending.status() != 0) {
      throw new OperationFailed(
          "The new key did not open %s:%d. ssh said: %s"
              .formatted(host, port, ending.output().strip()));
    }
  }
}
