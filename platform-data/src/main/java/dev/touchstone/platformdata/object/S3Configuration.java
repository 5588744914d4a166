package dev.touchstone.platformdata.object;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * The address of a bucket in S3 or on a compatible server.
 *
 * @param endpoint the server; empty for AWS itself
 * @param prefix of the name of every object, so that a bucket can be shared
 * @param credentials empty for AWS's default chain (roles, profiles, variables)
 */
public record S3Configuration(
    String bucket,
    String region,
    Optional<URI> endpoint,
    String prefix,
    Optional<Credentials> credentials) {

  /** An access key, for servers other than AWS. */
  public record Credentials(String accessKeyId, Secret secretAccessKey) {}

  /** Reads {@code S3_BUCKET} and the other variables; empty where no bucket is named. */
  public static Optional<S3Configuration> from(Environment environment) {
    Optional<String> bucket = environment.optionalText("S3_BUCKET");
    Optional<URI> endpoint = environment.optionalUri("S3_ENDPOINT");
    Optional<String> keyId = environment.optionalText("S3_ACCESS_KEY_ID");
    Optional<Secret> key = environment.optionalSecret("S3_SECRET_ACCESS_KEY");
    String region =
        environment
            .optionalText("S3_REGION")
            .orElseGet(() -> environment.text("AWS_REGION", "us-east-1"));
    String prefix = environment.text("S3_PREFIX", "objects/");
    if (endpoint.isPresent() && bucket.isEmpty()) {
      environment.fault("S3_ENDPOINT is set, but S3_BUCKET is not. Set both.");
    }
    if (keyId.isPresent() != key.isPresent()) {
      environment.fault("S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together. Set both.");
    }
    return bucket.map(name ->
        new S3Configuration(
            name,
            region,
            endpoint,
            prefix,
            keyId.flatMap(id -> key.map(secret -> new Credentials(id, secret)))));
  }

  /** Makes a client, which connects at its first call; whoever gets it closes it. */
  public S3Client client() {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(region))
            .credentialsProvider(provider())
            .httpClientBuilder(UrlConnectionHttpClient.builder());
    // Servers other than AWS rarely have a host name for each bucket.
    endpoint.ifPresent(address -> builder.endpointOverride(address).forcePathStyle(true));
    return builder.build();
  }

  private AwsCredentialsProvider provider() {
    return credentials
        .<AwsCredentialsProvider>map(own ->
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(own.accessKeyId(), own.secretAccessKey().reveal())))
        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }
}
