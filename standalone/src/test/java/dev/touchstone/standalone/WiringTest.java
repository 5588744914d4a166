package dev.touchstone.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.ConfigurationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiringTest {
  @TempDir private Path folder;

  @Test
  void leadsThePartsToEachOther() {
    Wiring.Configurations parts = wire(Map.of());
    assertThat(parts.judge().variables())
        .containsEntry(
            "TOUCHSTONE_SCORES_URL", "http://127.0.0.1:" + parts.scores().address().port())
        .containsEntry(
            "TOUCHSTONE_EXERCISES_URL", "http://127.0.0.1:" + parts.exercises().address().port());
    assertThat(parts.scores().internalToken().reveal())
        .isEqualTo(parts.gateway().internalToken().reveal());
    assertThat(parts.userManagement().database().address().jdbcUrl()).endsWith("/auth");
  }

  @Test
  void keepsOnlyTheGatewayReachableFromOutside() {
    Wiring.Configurations parts = wire(Map.of());
    assertThat(parts.gateway().address().host()).isEqualTo("0.0.0.0");
    assertThat(parts.gateway().adminHost()).isEqualTo("127.0.0.1");
    assertThat(parts.userManagement().address().host()).isEqualTo("127.0.0.1");
    assertThat(parts.exercises().address().host()).isEqualTo("127.0.0.1");
    assertThat(parts.scores().address().host()).isEqualTo("127.0.0.1");
    assertThat(parts.judge().address().host()).isEqualTo("127.0.0.1");
  }

  @Test
  void theJudgeGetsNoSecretOfTheServices() {
    Wiring.Configurations parts = wire(Map.of("TOUCHSTONE_RATE_LOGIN", "9"));
    String internal = parts.gateway().internalToken().reveal();
    assertThat(parts.judge().variables())
        .containsKey("TOUCHSTONE_JUDGE_TOKEN")
        .doesNotContainKeys("DATABASE_URL", "TOUCHSTONE_SIGNING_SECRET", "TOUCHSTONE_RATE_LOGIN")
        .doesNotContainValue(internal);
  }

  @Test
  void takesTheOperatorsSettingsButNotAnotherDatabase() {
    Map<String, String> settings =
        Map.of("TOUCHSTONE_JUDGE_WORKERS", "7", "DATABASE_URL", "postgresql://a:b@elsewhere/c");
    Wiring.Configurations parts = wire(settings);
    assertThat(parts.judge().variables()).containsEntry("TOUCHSTONE_JUDGE_WORKERS", "7");
    assertThat(parts.scores().database().address().jdbcUrl()).contains("//127.0.0.1:");
  }

  @Test
  void namesEveryFaultAtOnce() {
    Map<String, String> settings =
        Map.of(
            "TOUCHSTONE_JUDGE_WORKERS", "many",
            "TOUCHSTONE_RATE_LOGIN", "-1",
            "TOUCHSTONE_JUGDE_WORKERS", "7");
    assertThatThrownBy(() -> wire(settings))
        .isInstanceOfSatisfying(
            ConfigurationException.class, fault -> assertThat(fault.faults()).hasSize(3))
        .hasMessageContaining("TOUCHSTONE_JUDGE_WORKERS is not a whole number")
        .hasMessageContaining("TOUCHSTONE_RATE_LOGIN is not a whole number")
        .hasMessageContaining("TOUCHSTONE_JUGDE_WORKERS is set, but is not a known setting");
  }

  @Test
  void refusesWhatItChoosesItself() {
    assertThatThrownBy(() -> wire(Map.of("TOUCHSTONE_PORT", "80")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("TOUCHSTONE_PORT is set, but `up` chooses it itself")
        .hasMessageContaining("--port");
  }

  /** Only where no other machine can hand in a program does the sandbox not matter as much. */
  @Test
  void acceptsAWeakSandboxOnThisMachineAloneOrIfTheOperatorDoes() {
    assertThat(accepts(wire(Map.of(), "0.0.0.0", false))).isFalse();
    assertThat(accepts(wire(Map.of(), "0.0.0.0", true))).isTrue();
    assertThat(accepts(wire(Map.of(), "127.0.0.1", false))).isTrue();
    assertThat(accepts(wire(Map.of(), "::1", false))).isTrue();
  }

  /** Links in mails open accounts, so nobody may guess the address of the page that shows them. */
  @Test
  void thePageOfMailsNeedsASecretKeyAndALoopbackAddress() {
    assertThat(wire(Map.of(), "0.0.0.0", true).userManagement().mail().developmentKey()).isEmpty();
    assertThat(wire(Map.of(), "127.0.0.1", false).userManagement().mail().developmentKey())
        .hasValueSatisfying(key -> assertThat(key.reveal()).hasSize(64));
  }

  private static boolean accepts(Wiring.Configurations parts) {
    return Boolean.parseBoolean(parts.judge().variables().get("TOUCHSTONE_ACCEPT_WEAK_SANDBOX"));
  }

  private Wiring.Configurations wire(Map<String, String> variables) {
    return wire(variables, "0.0.0.0", true);
  }

  private Wiring.Configurations wire(
      Map<String, String> variables, String host, boolean acceptsWeakSandbox) {
    try (DataFolder data = DataFolder.open(folder);
        FreePorts ports = new FreePorts()) {
      EmbeddedDatabase.Settings database =
          new EmbeddedDatabase.Settings(
              data.folder("postgresql"),
              data.folder("programs"),
              ports.next(),
              new Secrets(data.folder("secrets")),
              List.of("auth", "exercises", "scores"));
      return Wiring.wire(
          variables,
          folder,
          data,
          database,
          new PublicAddress(host, 8080),
          ports,
          Optional.empty(),
          acceptsWeakSandbox);
    }
  }
}
