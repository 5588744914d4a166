package dev.touchstone.operations.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.operations.Run;
import dev.touchstone.operations.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rotations of a bastion with a real sshd, through the command line. */
class BastionKeyRotationTest {
  private static final String PASSPHRASE = "chìa khóa của buổi diễn tập";

  @TempDir Path folder;

  @Test
  void quarterlyThenInAnEmergencyWhoseProcessIsKilled() throws Exception {
    Path store = folder.resolve("store");
    new FolderSite(store.resolve("prod")).authorize(oldKey());
    try (BastionMachine bastion =
        BastionMachine.start(
            Files.createDirectory(folder.resolve("bastion")),
            store.resolve("prod/authorized-keys"))) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rwxr-xr-x"));
      Map<String, String> settings = settings(bastion, store);

      Run rotate = Run.of(settings, "keys", "rotate", "--environment", "prod");
      assertThat(rotate.status()).as(rotate.out() + rotate.err()).isZero();
      assertThat(rotate.out())
          .contains("opens an sshd of its own", "opens the bastion", "both keys are valid")
          .doesNotContain(PASSPHRASE);
      Path newKey = privateKey();
      assertThat(PrivateKeyFile.rounds(newKey)).isEqualTo(100);
      assertThat(Files.getPosixFilePermissions(newKey)).hasSize(2);
      assertThat(signsIn(bastion)).isTrue();

      Process session = bastion.tunnel(folder.resolve("old"));
      assertThat(session.isAlive()).isTrue();

      killedWhileItEndsSessions(settings);
      assertThat(signsIn(bastion)).as("the old key opens nothing").isFalse();
      assertThat(session.isAlive()).as("its session goes on").isTrue();

      Run resume = Run.of(settings, "keys", "resume", "--environment", "prod");
      assertThat(resume.status()).as(resume.out() + resume.err()).isZero();
      assertThat(session.waitFor(10, TimeUnit.SECONDS)).as("its session has ended").isTrue();
      assertThat(signsIn(bastion)).isFalse();
      Run report = Run.of(settings, "keys", "report", "--environment", "prod");
      assertThat(report.out())
          .contains("# Incident", "EmergencyVerification, finished")
          .containsPattern(
              PublicKey.parse(oldKey()).fingerprint().replace("+", "[+]")
                  + " from 127[.]0[.]0[.]1: sign-ins 2, first 2026");
    }
  }

  /** A process of its own; the command that ends the sessions kills it. */
  private void killedWhileItEndsSessions(Map<String, String> settings) throws Exception {
    Map<String, String> killing = new HashMap<>(settings);
    Path kill = Files.writeString(folder.resolve("kill.sh"), "kill -KILL $PPID\n");
    killing.put("TOUCHSTONE_BASTION_SHELL", "sh " + kill);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.touchstone.operations.OperationsCommand",
            "keys",
            "rotate",
            "--environment",
            "prod",
            "--emergency");
    builder.environment().keySet().removeIf(name -> name.equals("CI"));
    builder.environment().putAll(killing);
    Process process =
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("killed").toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("killed"))).isEqualTo(137);
  }

  private Map<String, String> settings(BastionMachine bastion, Path store) throws IOException {
    Path passphrase = Files.writeString(folder.resolve("passphrase"), PASSPHRASE);
    return Map.of(
        "TOUCHSTONE_KEYS_STORE", store.toString(),
        "TOUCHSTONE_KEYS_FOLDER", folder.resolve("keys").toString(),
        "TOUCHSTONE_KEYS_PASSPHRASE_FILE", passphrase.toString(),
        "TOUCHSTONE_BASTION", bastion.address(),
        "TOUCHSTONE_BASTION_KNOWN_HOSTS", bastion.knownHosts().toString(),
        "TOUCHSTONE_BASTION_SHELL", bastion.shell());
  }

  /** Whether the old key opens the bastion. */
  private boolean signsIn(BastionMachine bastion) throws IOException {
    Process tunnel = bastion.tunnel(folder.resolve("old"));
    boolean open = tunnel.isAlive();
    tunnel.destroy();
    return open;
  }

  private String oldKey() throws IOException {
    Path file = folder.resolve("old");
    if (!Files.exists(file)) {
      String _ =
          Program.run(
                  List.of(
                      "ssh-keygen",
                      "-q",
                      "-t",
                      "ed25519",
                      "-N",
                      "",
                      "-C",
                      "old",
                      "-f",
                      file.toString()),
                  Map.of(),
                  "",
                  Duration.ofSeconds(30))
              .required("ssh-keygen");
    }
    return Files.readString(folder.resolve("old.pub")).strip();
  }

  private Path privateKey() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
      return files
          .filter(file -> file.toString().matches(".*prod-[0-9-]+"))
          .findFirst()
          .orElseThrow();
    }
  }
}
