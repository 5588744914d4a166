package dev.touchstone.operations.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.testing.Await;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both servers and the command reach each other only through a real sshd, which is killed. Takes a
 * minute, so it runs only if named.
 */
class TunnelDrill {
  @Test
  void theTargetCatchesUpWhenTheWayIsOpenAgain(@TempDir Path folder) throws Exception {
    try (RunningInstallation running = RunningInstallation.start(folder, false)) {
      int local = Sshd.freePort();
      String target = "127.0.0.1:" + running.servers().targetPort();
      String remote = "127.0.0.1:" + Sshd.freePort();
      try (Sshd sshd = Sshd.start(folder, target, remote)) {
        running
            .settings()
            .put("DATABASE_URL", "postgresql://master@127.0.0.1:" + local + "/postgres");
        List.of("AUTH", "EXERCISES", "SCORES")
            .forEach(name -> running.settings().put(name + "_SOURCE_FROM_TARGET", remote));
        running.settings().put("TUNNEL_BASTION", sshd.address());
        running.settings().put("TUNNEL_KEY", sshd.key().toString());
        running.settings().put("TUNNEL_KNOWN_HOSTS", sshd.knownHosts().toString());
        running.settings().put("TUNNEL_TARGET", target);
        try (Tunnel tunnel =
            Tunnel.from(Environment.of(running.settings()), line -> System.out.println(line))) {
          Thread.ofVirtual().start(tunnel::keep);
          Await.until("the tunnel", () -> running.tryToMigrate("plan").status() == 0);
          running.migrate("start", "--no-wait");
          sshd.kill(); // the copy has hardly begun
          sshd.startAgain();
          Await.until("the tunnel", () -> running.tryToMigrate("start").status() == 0);
          int written = running.scores().written();
          sshd.kill();
          Await.until("writes without the way", () -> running.scores().written() > written + 20);
          assertThat(running.tryToMigrate("cutover").status()).isEqualTo(2);
          sshd.startAgain();
          Await.until("the tunnel", () -> running.tryToMigrate("status").status() == 0);
          running.migrate("verify");
          running.migrate("cutover");
          running.requireNobodyNoticed();
          running.migrate("finish");
          running.requireAllRows(true);
        }
      }
    }
  }
}
