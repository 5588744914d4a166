package dev.touchstone.operations.secrets;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.operations.Moto;
import dev.touchstone.operations.process.OperationFailed;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Against moto, which is not AWS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsManagerSecretsTest implements SecretStoreContract {
  private Moto moto;
  private SecretsManagerClient client;

  @BeforeAll
  void start() throws IOException {
    moto = Moto.start();
    client = moto.configure(SecretsManagerClient.builder());
  }

  @AfterAll
  void stop() {
    if (moto != null) {
      client.close();
      moto.close();
    }
  }

  /** As Terraform leaves it: an entry without a value. */
  @Override
  public SecretStore store() {
    String prefix = UUID.randomUUID().toString();
    Object _ = client.createSecret(request -> request.name(prefix + "/internal-token"));
    return new SecretsManagerSecrets(client, prefix);
  }

  @Test
  void anEntryThatTerraformHasNotMadeIsNamed() {
    SecretStore store = new SecretsManagerSecrets(client, "none");
    assertThatThrownBy(() -> store.create("judge-token", "x"))
        .isInstanceOf(OperationFailed.class)
        .hasMessageContaining("There is no entry none/judge-token");
  }
}
