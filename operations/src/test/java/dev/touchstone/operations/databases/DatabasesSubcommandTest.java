package dev.touchstone.operations.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.touchstone.operations.Run;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** How the command finds its way in, and what it says where it can't. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabasesSubcommandTest {
  private static final List<String> NAMES = List.of("auth", "exercises", "scores", "operator");

  private final String endpoint = "aws.endpointUrl";
  private HttpServer secretsManager;
  private volatile int status = 200;
  private volatile String answer = "";
  private EmbeddedPostgres postgres;

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    postgres = Server.NEWEST.start(false, data.resolve("data"));
    Server.execute(postgres, "postgres", "postgres", "ALTER ROLE master PASSWORD 'of-the-master'");
    Files.writeString(
        data.resolve("data/pg_hba.conf"),
        "host all master,scores 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n");
    Server.execute(postgres, "postgres", "postgres", "SELECT pg_reload_conf()");
    secretsManager =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secretsManager.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    secretsManager.start();
    System.setProperty(endpoint, "http://127.0.0.1:" + secretsManager.getAddress().getPort());
    System.setProperty("aws.accessKeyId", "id");
    System.setProperty("aws.secretAccessKey", "key");
  }

  @AfterAll
  void stop() throws IOException {
    Stream.of(endpoint, "aws.accessKeyId", "aws.secretAccessKey").forEach(System::clearProperty);
    secretsManager.stop(0);
    postgres.close();
  }

  @BeforeEach
  @AfterEach
  void removeWhatWasMade() throws Exception {
    for (String name : Databases.SERVICES) {
      Server.execute(postgres, "postgres", "postgres", "DROP DATABASE IF EXISTS " + name);
    }
    for (String name : NAMES) {
      Server.execute(postgres, "postgres", "postgres", "DROP ROLE IF EXISTS " + name);
    }
  }

  @Test
  void takesThePasswordFromTheSecretThatRdsKeeps() throws Exception {
    Run run =
        runWithSecret(
            200,
            """
            {"Name": "master", "SecretString": "{\\"username\\":\\"master\\",\\"password\\":\\"of-the-master\\"}"}
            """);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(databases()).containsAll(Databases.SERVICES);
    assertThat(run.out()).contains("not on RDS").doesNotContain("of-the-master");
  }

  @Test
  void setsThePasswordsOfTheRolesAndReplacesThem(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("password");
    for (String word : List.of("first", "second")) {
      String password = "of-the-scores-" + word + "-0123456789abcdef";
      Files.writeString(file, password);
      Run run =
          run(
              Map.of(
                  "DATABASE_PASSWORD", "of-the-master", "SCORES_PASSWORD_FILE", file.toString()));
      assertThat(run.status()).as(run.err()).isZero();
      assertThat(run.out()).contains("role scores: password set").doesNotContain(password);
      String url = "jdbc:postgresql://127.0.0.1:%d/scores".formatted(postgres.getPort());
      assertThat(DriverManager.getConnection(url, "scores", password))
          .isNotNull()
          .satisfies(Connection::close);
      assertThatThrownBy(() -> DriverManager.getConnection(url, "scores", "another"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void saysWhatAwsSaysOfASecretThatCannotBeRead() {
    Run run =
        runWithSecret(
            400,
            """
            {"__type": "AccessDeniedException", "message": "not authorized to GetSecretValue"}
            """);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("The secret master cannot be read", "not authorized to GetSecretValue")
        .doesNotContain("\tat ");
  }

  @Test
  void aSecretOfAnotherFormIsNotShown() {
    Run run =
        runWithSecret(
            200,
            """
            {"Name": "master", "SecretString": "hunter2"}
            """);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("is not a JSON object with a password")
        .doesNotContain("hunter2");
  }

  @Test
  void aWrongPasswordChangesNothingAndIsNotShown() throws Exception {
    Run run = run(Map.of("DATABASE_PASSWORD", "guessed-wrong"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("can't be reached as user master", "password authentication failed")
        .doesNotContain("guessed-wrong");
    assertThat(databases()).doesNotContain("auth");
  }

  @Test
  void settingsThatAreMissingAreNamed() {
    Run run = Run.of(Map.of("DATABASE_SECRET", "master"), "databases");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("DATABASE_URL is not set", "AWS_REGION is not set");
  }

  @Test
  void aDatabaseOfSomebodyElseIsLeftAlone() throws Exception {
    Server.execute(postgres, "postgres", "postgres", "CREATE DATABASE scores");
    Run run = run(Map.of("DATABASE_PASSWORD", "of-the-master"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("The database scores belongs to the role postgres");
  }

  @Test
  void twoAtOnceDoTheWorkOfOne() throws Exception {
    Map<String, String> settings = Map.of("DATABASE_PASSWORD", "of-the-master");
    CompletableFuture<Run> other = CompletableFuture.supplyAsync(() -> run(settings));
    Run one = run(settings);
    assertThat(one.status()).as(one.err()).isZero();
    assertThat(other.get().status()).as(other.get().err()).isZero();
    assertThat(Stream.of(one, other.get()).filter(run -> run.out().contains("scores: created")))
        .hasSize(1);
  }

  @Test
  void aMasterThatMayNotMakeRolesIsToldSo() throws Exception {
    Server.execute(postgres, "postgres", "postgres", "ALTER ROLE master NOCREATEROLE");
    try {
      Run run = run(Map.of("DATABASE_PASSWORD", "of-the-master"));
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("The database reported an error", "permission denied");
    } finally {
      Server.execute(postgres, "postgres", "postgres", "ALTER ROLE master CREATEROLE");
    }
  }

  @Test
  void itsHelpNamesEverySetting() {
    Run run = Run.of(Map.of(), "databases", "--help");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("DATABASE_URL", "DATABASE_PASSWORD_FILE", "DATABASE_SECRET", "SCORES_PASSWORD");
  }

  /** Runs it where AWS answers so to who asks for the master's secret. */
  private Run runWithSecret(int awsStatus, String awsAnswer) {
    status = awsStatus;
    answer = awsAnswer;
    return run(Map.of("DATABASE_SECRET", "master", "AWS_REGION", "eu-west-1"));
  }

  private Run run(Map<String, String> settings) {
    return Server.makeDatabases(postgres, settings);
  }

  private Iterable<String> databases() throws Exception {
    return Server.strings(postgres, "SELECT datname FROM pg_database");
  }
}
