package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends of {@code up} that it can't prepare for: its PostgreSQL and its judge end with it. */
class SuddenEndTest {
  /** Enough to start PostgreSQL, too little for all the classes of the services. */
  private static final Program.Options TOO_LITTLE =
      new Program.Options(
          List.of(),
          List.of("-XX:MaxMetaspaceSize=48m", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC"));

  @TempDir private Path folder;

  @Test
  void aKillEndsItsPostgres() throws IOException {
    try (StandalonePlatform platform = StandalonePlatform.startPrepared(data(), Map.of())) {
      Path server = processOfServer();
      ProcessHandle judge = platform.judge();
      platform.running().kill();
      Await.until("the judge to end", () -> !judge.isAlive());
      Await.until("PostgreSQL to end", () -> !Files.exists(server));
      Await.until("it to clean up", () -> !Files.exists(pidFile()));
      assertThat(platform.running().output())
          .contains("its PostgreSQL is stopped and nothing is lost", "TOUCHSTONE_JAVA_OPTIONS");
      platform.start();
      assertThat(platform.probe().get("/ready").status()).isEqualTo(200);
    }
  }

  @Test
  void tooLittleMemoryEndsItWithOneReasonAndItsPostgresWithIt() {
    Path data = Prepared.copyTo(data());
    Program program = StandalonePlatform.launch(TOO_LITTLE, data, Map.of(), "--port", "0");
    assertThat(program.exitStatus()).isEqualTo(3);
    assertThat(program.output()).contains("Terminating due to java.lang.OutOfMemoryError");
    Await.until("PostgreSQL to end, if it had started", () -> !Files.exists(pidFile()));
  }

  private Path processOfServer() throws IOException {
    return Path.of("/proc", Files.readAllLines(pidFile()).getFirst().strip());
  }

  private Path pidFile() {
    return data().resolve("postgresql/data/postmaster.pid");
  }

  private Path data() {
    return folder.resolve("data");
  }
}
