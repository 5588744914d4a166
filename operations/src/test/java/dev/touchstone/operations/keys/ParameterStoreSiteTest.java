package dev.touchstone.operations.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.operations.Moto;
import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Against moto, which is not AWS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParameterStoreSiteTest implements SiteContract {
  private Moto moto;
  private SsmClient client;

  @BeforeAll
  void start() throws IOException {
    moto = Moto.start();
    client = moto.configure(SsmClient.builder());
  }

  @AfterAll
  void stop() {
    if (moto != null) {
      client.close();
      moto.close();
    }
  }

  @Override
  public Site site() {
    Site site = new ParameterStoreSite(client, "/" + UUID.randomUUID() + "/bastion");
    site.authorize(Installation.OLD.line());
    return site;
  }

  /** A parameter of the standard tier has at most 4 KB. */
  @Test
  void theLargestEntryFits() {
    List<PublicKey> old = Collections.nCopies(6, SimpleKeys.key("touchstone-prod-20261129-140500"));
    Rotation rotation =
        Rotation.begin(
                "touchstone-prod-20261129-140500",
                true,
                old.stream().map(PublicKey::line).toList(),
                Worker.current(UUID.randomUUID().toString(), Instant.now()),
                Instant.now())
            .withKey(old.getFirst())
            .withRevokedAt(Instant.now())
            .withBothValidUntil(Instant.now())
            .withEndedSessions(
                Collections.nCopies(
                    12,
                    old.getFirst().fingerprint()
                        + " from 2001:db8:85a3:8d3:1319:8a2e:370:7348: sign-ins 1000, first 2026-11-29T14:05:00+0000, last 2026-11-29T14:05:00+0000"));
    Journal.Opened opened = Journal.open(site());
    opened.journal().append(rotation);
    assertThat(Json.MAPPER.writeValueAsString(rotation).length()).isLessThan(4096);
  }

  @Test
  void aBastionWithoutSshIsNamed() {
    assertThatThrownBy(() -> new ParameterStoreSite(client, "/none/bastion").authorizedKeys())
        .isInstanceOf(OperationFailed.class)
        .hasMessageContaining("/none/bastion/authorized-keys does not exist");
  }

  /** moto runs nothing and reports success. */
  @Test
  void systemsManagerIsAskedToRunAScript() {
    assertThat(new SystemsManagerShell(client, "i-0123456789abcdef0").run("true")).isNotNull();
  }
}
