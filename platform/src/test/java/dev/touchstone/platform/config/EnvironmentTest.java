package dev.touchstone.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.testing.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
  private static final String LONG = "0123456789abcdef0123456789abcdef";

  @Test
  void readsEachType() {
    Environment environment =
        Environment.of(
            Map.of(
                "TOUCHSTONE_PORT", "5001",
                "TOUCHSTONE_WAIT", "90s",
                "TOUCHSTONE_URL", "http://host:1/",
                "TOUCHSTONE_TOKEN", LONG));
    assertThat(environment.integer("TOUCHSTONE_PORT", 1, 0, 65535)).isEqualTo(5001);
    assertThat(environment.duration("TOUCHSTONE_WAIT", Duration.ZERO))
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(environment.uri("TOUCHSTONE_URL")).hasToString("http://host:1");
    assertThat(environment.secret("TOUCHSTONE_TOKEN").reveal()).isEqualTo(LONG);
    environment.finish();
  }

  @Test
  void namesEveryFaultAtOnce() {
    Environment environment =
        Environment.of(
            Map.of("TOUCHSTONE_PORT", "many", "TOUCHSTONE_PROT", "1", "TOUCHSTONE_TOKEN", "short"));
    environment.integer("TOUCHSTONE_PORT", 1, 0, 65535);
    environment.text("DATABASE_URL");
    environment.secret("TOUCHSTONE_TOKEN");
    assertThatThrownBy(environment::finish)
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e ->
                assertThat(e.faults())
                    .containsExactly(
                        "TOUCHSTONE_PORT is not a whole number from 0 to 65535.",
                        "DATABASE_URL is not set; it is required.",
                        "TOUCHSTONE_TOKEN is shorter than 32 characters.",
                        "TOUCHSTONE_PROT is set, but is not a known setting. Unset it or correct"
                            + " its name."));
  }

  @Test
  void readsSecretsFromFilesAndNeverPrintsThem(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("token"), LONG + "\n");
    Environment environment = Environment.of(Map.of("TOKEN_FILE", file.toString()));
    Secret secret = environment.secret("TOKEN");
    assertThat(secret.matches(LONG)).isTrue();
    assertThat(secret.toString()).doesNotContain(LONG);
    environment.finish();
  }

  @Test
  void aSecretFollowsItsFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("token"), LONG);
    Secret secret = Environment.of(Map.of("TOKEN_FILE", file.toString())).secret("TOKEN");
    String next = LONG.toUpperCase(Locale.ROOT);
    Files.writeString(file, "# for whoever rotates it\n" + LONG + "\n" + next + "\n");
    Await.until("both values are accepted", () -> secret.matches(next));
    assertThat(secret.matches(LONG)).isTrue();
    assertThat(secret.reveal()).isEqualTo(LONG);
    Files.writeString(file, next + "\n" + LONG);
    Await.until("the new value is used", () -> secret.reveal().equals(next));
    Files.writeString(file, "short\n" + next);
    Path missing = Files.move(file, folder.resolve("away"));
    assertThat(missing).exists();
    Thread.sleep(1100); // until it has certainly been looked for
    assertThat(secret.accepted()).containsExactly(next, LONG);
    Files.writeString(file, next);
    Await.until("the old value is gone", () -> !secret.matches(LONG));
  }
}
