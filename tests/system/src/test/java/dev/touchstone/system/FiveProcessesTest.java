package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.system.FiveProcesses.Part;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The story, with every part in its own process; and what happens if one of them is killed. */
class FiveProcessesTest extends LearnerStory {
  /** On a busy machine a lease may end while its judge is at work, so there are more tries. */
  private static final Map<String, String> SHORT_LEASES =
      Map.of("TOUCHSTONE_LEASE", "3s", "TOUCHSTONE_TRIES", "20");

  @TempDir private static Path folder;
  private static @Nullable FiveProcesses started;

  @BeforeAll
  static void start() {
    started = FiveProcesses.start(folder, SHORT_LEASES);
  }

  @AfterAll
  static void stop() {
    processes().close();
  }

  private static FiveProcesses processes() {
    return Objects.requireNonNull(started);
  }

  @Override
  HttpProbe platform() {
    return processes().probe();
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void reportsHealthReadinessAndMetrics(Part part) {
    assertThat(processes().probe(part).get("/health").status()).isEqualTo(200);
    processes().awaitReady(part); // what it needs may have been killed a moment ago
    assertThat(processes().adminProbe(part).get("/metrics").text()).contains("jvm_memory");
    assertThat(processes().probe(part).get("/metrics").status()).isEqualTo(404);
  }

  /** Traces are off here, so they must cost nothing. */
  @ParameterizedTest
  @EnumSource(Part.class)
  void loadsNothingThatSendsTraces(Part part) {
    assertThat(processes().program(part).loadedClasses())
        .anyMatch(name -> name.startsWith("dev.touchstone."))
        .noneMatch(name -> name.startsWith("io.opentelemetry.sdk"))
        .noneMatch(name -> name.startsWith("io.opentelemetry.exporter"));
  }

  @ParameterizedTest
  @EnumSource(names = {"JUDGE", "SCORES"})
  void losesNothingAndCountsNothingTwiceWhenAPartIsKilled(Part part) {
    Deadline deadline = Deadline.rush(this::platform);
    deadline.awaitJudging();
    processes().kill(part);
    processes().restart(part);
    deadline.requireEveryVerdictOnce();
    deadline.requireAgreement(processes()::scoresDatabase);
  }

  /** Longer than any process takes to read a file again, with a margin for a busy machine. */
  private static final String SETTLE = "10s";

  @Test
  void noRequestFailsWhileItsSecretsAreRotated() throws IOException {
    HttpProbe users = processes().probe(Part.USER_MANAGEMENT);
    String before = Files.readString(processes().secrets().resolve("internal-token"));
    byte[] signingKey = signingKey();
    Learner learner = Learner.register(this::platform);
    long exercise = learner.exercise();
    int requests = 0;
    try (Program rotation =
        Program.start(
            List.of(),
            "operations/target/operations.jar",
            List.of("secrets", "rotate", "--settle", SETTLE, "--wait"),
            Map.of("TOUCHSTONE_SECRETS_STORE", processes().secrets().toString()),
            folder.resolve("rotation.log"))) {
      do {
        // Through every arrow: gateway, services among themselves, judge, and a fresh signature.
        learner.signInAgain();
        learner.judged(learner.submit(exercise, "python3", "print(input()) # " + requests));
        assertThat(learner.get("/api/v1/users/me").path("username").asString())
            .isEqualTo(learner.username());
        requests++;
      } while (rotation.isAlive());
      assertThat(rotation.exitStatus()).as(rotation.output()).isZero();
      assertThat(rotation.output()).contains("No rotation goes on.");
    }
    String after = Files.readString(processes().secrets().resolve("internal-token")).strip();
    assertThat(requests).isGreaterThan(1);
    assertThat(after).isNotEqualTo(before).doesNotContain("\n");
    // Processes read the file again within seconds, also when its former token has just gone.
    Await.until(
        "the former token to be refused",
        () -> users.withToken(before).get("/internal/v1/revocations").status() == 401);
    assertThat(users.withToken(after).get("/internal/v1/revocations").status()).isNotEqualTo(401);
    assertThat(signingKey()).as("the stored key, encrypted anew").isNotEqualTo(signingKey);
    processes().kill(Part.USER_MANAGEMENT);
    processes().restart(Part.USER_MANAGEMENT);
    learner.signInAgain();
  }

  private static byte[] signingKey() {
    try (Connection connection = processes().usersDatabase();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT private_key FROM signing_keys")) {
      assertThat(rows.next()).isTrue();
      return rows.getBytes(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void keepsTheDoorOpenWhileAServiceIsAway() {
    Learner learner = Learner.register(this::platform);
    processes().kill(Part.EXERCISES);
    HttpProbe.Answer answer = learner.probe().get("/api/v1/exercises/greeting");
    assertThat(answer.status()).isIn(502, 503);
    assertThat(answer.code()).isNotEmpty();
    assertThat(learner.probe().get("/api/v1/users/me").status()).isEqualTo(200);
    processes().restart(Part.EXERCISES);
    assertThat(learner.exercise()).isPositive();
  }
}
