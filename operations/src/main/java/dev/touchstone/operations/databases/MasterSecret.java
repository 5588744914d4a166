package dev.touchstone.operations.databases;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platformdata.database.DatabaseAddress;
import dev.touchstone.platformdata.database.DatabaseConfiguration;
import dev.touchstone.platformdata.database.DatabasePassword;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import tools.jackson.core.JacksonException;

/**
 * The master password of RDS, which RDS keeps and rotates in Secrets Manager. The secret is a JSON
 * object with {@code username} and {@code password}.
 */
public final class MasterSecret implements DatabasePassword {
  private final String id;
  private final String region;

  private MasterSecret(String id, String region) {
    this.id = id;
    this.region = region;
  }

  /**
   * Reads the master's {@code DATABASE_URL}, as a service does; its password may also come from the
   * secret that {@code DATABASE_SECRET} names, by name or ARN.
   */
  public static DatabaseAddress address(Environment environment) {
    DatabaseAddress address = DatabaseConfiguration.from(environment).direct();
    Optional<DatabasePassword> secret =
        environment
            .optionalText("DATABASE_SECRET")
            .map(id -> new MasterSecret(id, environment.text("AWS_REGION")));
    return secret.map(address::withPassword).orElse(address);
  }

  @Override
  public Secret current() {
    String text;
    try (SecretsManagerClient client =
        SecretsManagerClient.builder()
            .region(Region.of(region))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      text = client.getSecretValue(request -> request.secretId(id)).secretString();
    } catch (SdkException e) { // its message contains no value
      throw new ConfigurationException(
          "The secret %s cannot be read. Check DATABASE_SECRET, AWS_REGION and the role of this process. AWS says: %s"
              .formatted(id, e.getMessage()));
    }
    try {
      String password = Json.TOLERANT.readTree(text).path("password").asString("");
      if (!password.isEmpty()) {
        return Secret.of(password);
      }
    } catch (JacksonException e) {
      // reported below: the parser's message would show part of the secret
    }
    throw new ConfigurationException(
        "The secret %s is not a JSON object with a password, as RDS writes it.".formatted(id));
  }
}
