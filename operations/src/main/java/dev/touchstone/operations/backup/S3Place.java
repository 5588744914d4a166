package dev.touchstone.operations.backup;

import dev.touchstone.platformdata.object.S3Configuration;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Backups in a bucket. */
final class S3Place implements Place {
  private final S3Configuration configuration;
  private final S3Client client;

  S3Place(S3Configuration configuration) {
    this.configuration = configuration;
    this.client = configuration.client();
  }

  @Override
  public Upload begin(String name) {
    return new S3Upload(client, configuration.bucket(), configuration.prefix() + name);
  }

  @Override
  public InputStream open(String name) throws IOException {
    return aws(() ->
        client.getObject(
            request -> request.bucket(configuration.bucket()).key(configuration.prefix() + name)));
  }

  @Override
  public List<String> list(String folder) throws IOException {
    String prefix = configuration.prefix() + folder + "/";
    return aws(() ->
        client
            .listObjectsV2Paginator(
                request -> request.bucket(configuration.bucket()).prefix(prefix).delimiter("/"))
            .contents()
            .stream()
            .map(object -> object.key().substring(prefix.length()))
            .sorted()
            .toList());
  }

  @Override
  public void delete(String name) throws IOException {
    Object _ =
        aws(() ->
            client.deleteObject(request ->
                request.bucket(configuration.bucket()).key(configuration.prefix() + name)));
  }

  @Override
  public void close() {
    client.close();
  }

  @Override
  public String toString() {
    return "s3://" + configuration.bucket() + "/" + configuration.prefix();
  }

  /** Calls AWS; its messages contain no secret. */
  static <T> T aws(Supplier<T> call) throws IOException {
    try {
      return call.get();
    } catch (SdkException e) {
      throw new IOException("S3 refused or did not answer: " + e.getMessage(), e);
    }
  }
}
