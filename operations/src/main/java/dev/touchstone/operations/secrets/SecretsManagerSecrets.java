package dev.touchstone.operations.secrets;

import dev.touchstone.operations.process.Aws;
import dev.touchstone.operations.process.OperationFailed;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Secrets as entries of Secrets Manager, which Terraform creates without values. The id of a new
 * version follows from the version that it replaces, and Secrets Manager refuses an id that has
 * another value: of two processes that replace the same version, one fails.
 */
final class SecretsManagerSecrets implements SecretStore {
  private final SecretsManagerClient client;
  private final String prefix;

  /**
   * Uses the entries below a prefix.
   *
   * @param prefix such as {@code touchstone-prod}
   */
  SecretsManagerSecrets(SecretsManagerClient client, String prefix) {
    this.client = client;
    this.prefix = prefix;
  }

  @Override
  public String name() {
    return "Secrets Manager, " + prefix + "/";
  }

  @Override
  public Optional<Entry> find(String name) {
    return Aws.call(() -> {
      try {
        GetSecretValueResponse value = client.getSecretValue(request -> request.secretId(id(name)));
        return Optional.of(new Entry(value.secretString(), value.versionId()));
      } catch (ResourceNotFoundException _) {
        return Optional.empty();
      }
    });
  }

  @Override
  public boolean create(String name, String text) {
    return Aws.call(() -> put(name, "", text));
  }

  @Override
  public boolean replace(String name, Entry old, String text) {
    return Aws.call(
        () -> find(name).filter(old::equals).isPresent() && put(name, old.version(), text));
  }

  private boolean put(String name, String replaced, String text) {
    String version =
        UUID.nameUUIDFromBytes((id(name) + " after " + replaced).getBytes(StandardCharsets.UTF_8))
            .toString();
    try {
      Object _ =
          client.putSecretValue(
              request -> request.secretId(id(name)).clientRequestToken(version).secretString(text));
      return true;
    } catch (ResourceExistsException _) {
      return false;
    } catch (ResourceNotFoundException e) {
      throw new OperationFailed(
          "There is no entry %s. The root data creates it; apply that first, or create it with \"aws secretsmanager create-secret\"."
              .formatted(id(name)),
          e);
    }
  }

  private String id(String name) {
    return prefix + "/" + name;
  }
}
