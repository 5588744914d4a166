package dev.touchstone.platformdata.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

/** How a service signs in to its database: with a password, or with a token of AWS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {
  private static final String NO_MIGRATIONS = "db/none-for-this-test";
  private static final Map<String, String> CREDENTIALS =
      Map.of("aws.accessKeyId", "AKIDEXAMPLE", "aws.secretAccessKey", "a-secret-key");

  private TlsPostgres postgres;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    CREDENTIALS.forEach(System::setProperty);
    postgres = TlsPostgres.start(folder);
  }

  @AfterAll
  void stop() throws Exception {
    CREDENTIALS.keySet().forEach(System::clearProperty);
    postgres.close();
  }

  /** RDS checks the signature of a token; this server knows the token as the user's password. */
  @Test
  void aTokenOfAwsIsThePassword() throws Exception {
    DatabaseConfiguration configuration = iam(postgres.url("signed"));
    Secret token = configuration.address().password().current();
    assertThat(token.reveal())
        .startsWith("localhost:")
        .contains(
            "/?DBUser=signed&Action=connect",
            "X-Amz-Algorithm=AWS4-HMAC-SHA256",
            "X-Amz-Credential=AKIDEXAMPLE%2F",
            "%2Feu-west-1%2Frds-db%2Faws4_request")
        // One second less if the clock moved on while it was signed.
        .containsPattern("X-Amz-Expires=(900|899)&")
        .doesNotContain("a-secret-key");
    postgres.makeUser("signed", token.reveal());
    try (Database database = Database.open(with(configuration, () -> token), NO_MIGRATIONS)) {
      assertThatCode(database.readiness().check()::run).doesNotThrowAnyException();
    }
  }

  @Test
  void everyNewConnectionAsksForThePasswordOfItsMoment() throws Exception {
    postgres.makeUser("changing", "first");
    AtomicReference<String> password = new AtomicReference<>("first");
    DatabaseConfiguration configuration =
        with(password(postgres.url("changing")), () -> Secret.of(password.get()));
    try (Database database = Database.open(configuration, NO_MIGRATIONS);
        var first = database.connections().openConnection()) {
      postgres.execute("ALTER ROLE changing PASSWORD 'second'");
      password.set("second");
      try (var second = database.connections().openConnection()) {
        assertThat(second.isValid(1)).isTrue();
        assertThat(first.isValid(1)).isTrue();
      }
    }
  }

  /** While a password is rotated, the server changes to the new one at any moment. */
  @Test
  void bothPasswordsInAFileAreTried(@TempDir Path folder) throws Exception {
    postgres.makeUser("rotated", "old");
    Path file = Files.writeString(folder.resolve("password"), "old\nnew\n");
    DatabaseConfiguration configuration =
        from(
            Map.of(
                "DATABASE_URL", postgres.url("rotated"),
                "DATABASE_PASSWORD_FILE", file.toString()));
    try (Database database = Database.open(configuration, NO_MIGRATIONS);
        var first = database.connections().openConnection()) {
      postgres.execute("ALTER ROLE rotated PASSWORD 'new'");
      try (var second = database.connections().openConnection();
          var outside = configuration.address().connect()) {
        assertThat(first.isValid(1)).isTrue();
        assertThat(second.isValid(1)).isTrue();
        assertThat(outside.isValid(1)).isTrue();
      }
    }
  }

  @Test
  void aServerThatRefusesIsNamedWithoutThePassword() {
    DatabaseConfiguration configuration =
        with(password(postgres.url("nobody")), () -> Secret.of("not-for-a-message"));
    assertThatThrownBy(() -> Database.open(configuration, NO_MIGRATIONS))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("can't be reached as user nobody")
        .hasMessageNotContaining("not-for-a-message");
  }

  @Test
  void aSchemaThatCannotBeReadIsToldInWords() throws Exception {
    postgres.makeUser("stranger", "word");
    DatabaseConfiguration configuration = password(postgres.url("stranger"));
    DatabasePassword word = DatabasePassword.of(Secret.of("word"));
    Database.open(with(configuration, word), NO_MIGRATIONS).close();
    postgres.executeIn("stranger", "REVOKE ALL ON flyway_schema_history FROM stranger");
    postgres.executeIn("stranger", "ALTER TABLE flyway_schema_history OWNER TO postgres");
    assertThatThrownBy(() -> Database.open(with(configuration, word), NO_MIGRATIONS))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("See the log");
  }

  @Test
  void aProcessWithoutCredentialsIsToldToGetARole() {
    RdsToken token =
        new RdsToken(
            () -> {
              throw SdkClientException.create("none found");
            },
            Region.EU_WEST_1,
            "localhost",
            5432,
            "scores");
    assertThatThrownBy(token::current)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("role that may rds-db:connect");
  }

  @Test
  void aTokenGoesToAServerThatShowsItsCertificateAlone() {
    for (String options : new String[] {"", "?sslmode=require", "?sslmode=verify-ca"}) {
      assertFault(
          Map.of(
              "DATABASE_URL", "postgresql://scores@db/scores" + options,
              "DATABASE_AUTHENTICATION", "rds-iam",
              "AWS_REGION", "eu-west-1"),
          "sslmode=verify-full");
    }
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    String url = "postgresql://scores@db/scores?sslmode=verify-full";
    assertFault(
        Map.of("DATABASE_URL", url, "DATABASE_AUTHENTICATION", "rds-iam"), "AWS_REGION is not set");
    assertFault(
        Map.of(
            "DATABASE_URL", url.replace("scores@", "scores:word@"),
            "DATABASE_AUTHENTICATION", "rds-iam",
            "AWS_REGION", "eu-west-1"),
        "A database password is set");
    assertFault(
        Map.of("DATABASE_URL", url, "DATABASE_AUTHENTICATION", "kerberos"),
        "must be password or rds-iam");
    assertFault(Map.of("DATABASE_URL", "mysql://scores@db/scores"), "must have the form");
  }

  @Test
  void aPasswordInTheUrlIsDecoded() {
    assertThat(password("postgresql://a%40b:p%2Fw+@db:1/x").address().password().current().reveal())
        .isEqualTo("p/w+");
    assertThat(password("postgresql://a%40b:p%2Fw+@db:1/x").address().user()).isEqualTo("a@b");
  }

  private static void assertFault(Map<String, String> variables, String fault) {
    Environment environment = Environment.of(variables);
    DatabaseConfiguration.from(environment);
    assertThatThrownBy(environment::finish)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(fault);
  }

  private static DatabaseConfiguration password(String url) {
    return from(Map.of("DATABASE_URL", url));
  }

  private static DatabaseConfiguration iam(String url) {
    return from(
        Map.of(
            "DATABASE_URL", url,
            "DATABASE_AUTHENTICATION", "rds-iam",
            "AWS_REGION", "eu-west-1"));
  }

  private static DatabaseConfiguration from(Map<String, String> variables) {
    Environment environment = Environment.of(variables);
    DatabaseConfiguration configuration = DatabaseConfiguration.from(environment);
    environment.finish();
    return configuration;
  }

  private static DatabaseConfiguration with(
      DatabaseConfiguration configuration, DatabasePassword password) {
    DatabaseAddress address = configuration.address().withPassword(password);
    return new DatabaseConfiguration(
        address, address, Optional.empty(), Duration.ZERO, 2, Optional.empty());
  }
}
