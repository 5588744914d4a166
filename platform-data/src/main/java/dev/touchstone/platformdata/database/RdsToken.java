package dev.touchstone.platformdata.database;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rds.RdsUtilities;

/**
 * A signed token in place of a password: RDS admits callers whose AWS role may {@code
 * rds-db:connect} as the user. It is created locally, without a call, and is valid for 15 minutes;
 * open connections are not affected by its expiry. The format is that of {@code aws rds
 * generate-db-auth-token}.
 */
final class RdsToken implements DatabasePassword {
  private static final Logger log = LoggerFactory.getLogger(RdsToken.class);
  private final RdsUtilities utilities;
  private final String host;
  private final int port;
  private final String user;

  RdsToken(AwsCredentialsProvider credentials, Region region, String host, int port, String user) {
    this.utilities = RdsUtilities.builder().credentialsProvider(credentials).region(region).build();
    this.host = host;
    this.port = port;
    this.user = user;
  }

  @Override
  public Secret current() {
    try {
      return Secret.of(
          utilities.generateAuthenticationToken(
              request -> request.hostname(host).port(port).username(user)));
    } catch (SdkClientException e) {
      log.error("Creating a database token failed", e);
      throw new ConfigurationException(
          "This process has no AWS credentials to sign in to the database. Give its service account a role that may rds-db:connect.");
    }
  }
}
