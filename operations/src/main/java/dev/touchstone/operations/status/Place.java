package dev.touchstone.operations.status;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platformdata.object.S3Configuration;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.S3Client;

/** Opens the folder or bucket of a status page. */
public final class Place {
  private static final Pattern BUCKET =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([A-Za-z0-9/_.-]*))?");

  private final Environment environment;
  private final Function<S3Configuration, S3Client> client;

  /** With AWS's default credentials, in {@code AWS_REGION}. */
  public Place(Environment environment) {
    this(environment, S3Configuration::client);
  }

  Place(Environment environment, Function<S3Configuration, S3Client> client) {
    this.environment = environment;
    this.client = client;
  }

  /**
   * Opens it; nothing is read yet.
   *
   * @param name a folder, or {@code s3://BUCKET} or {@code s3://BUCKET/PREFIX}
   * @throws ConfigurationException if it is neither
   */
  Documents open(String name) {
    if (name.startsWith("s3:")) {
      Matcher bucket = BUCKET.matcher(name);
      if (!bucket.matches()) {
        throw new ConfigurationException(
            "%s is not a bucket. Write s3://BUCKET or s3://BUCKET/PREFIX.".formatted(name));
      }
      String region = environment.text("AWS_REGION");
      environment.finish();
      String folder = bucket.group(2) == null ? "" : bucket.group(2).replaceFirst("/+$", "");
      String prefix = folder.isEmpty() ? "" : folder + "/";
      S3Configuration configuration =
          new S3Configuration(bucket.group(1), region, Optional.empty(), prefix, Optional.empty());
      return new BucketDocuments(
          client.apply(configuration), configuration.bucket(), configuration.prefix());
    }
    if (name.isBlank() || name.contains("://")) {
      throw new ConfigurationException(
          "%s is neither a folder nor s3://BUCKET.".formatted(name.isBlank() ? "''" : name));
    }
    try {
      return new FolderDocuments(Path.of(name));
    } catch (InvalidPathException e) {
      throw new ConfigurationException(name + " is not a folder's name.");
    }
  }
}
