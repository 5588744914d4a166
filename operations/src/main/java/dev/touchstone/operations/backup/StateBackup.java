package dev.touchstone.operations.backup;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platformdata.backup.BackupWriter;
import dev.touchstone.platformdata.object.S3Configuration;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Copies of every key of the bucket with Terraform's state, and the version of each. Not
 * thread-safe.
 */
final class StateBackup implements AutoCloseable {
  /** The file with the version of each key. */
  static final String VERSIONS = "versions.json";

  /** The folder with the keys. */
  private static final String FOLDER = "state/";

  /** Terraform writes it while somebody applies. */
  private static final String LOCK = ".tflock";

  private final S3Configuration source;
  private final S3Client client;

  StateBackup(S3Configuration source) {
    this.source = source;
    this.client = source.client();
  }

  /**
   * Writes all keys and the file with their versions.
   *
   * @return the version of each key
   * @throws OperationFailed if there is none
   */
  Map<String, String> write(BackupWriter writer) throws IOException {
    Map<String, String> versions = new TreeMap<>();
    for (String key : keys()) {
      ResponseBytes<GetObjectResponse> content =
          S3Place.aws(() ->
              client.getObject(
                  request -> request.bucket(source.bucket()).key(key),
                  ResponseTransformer.toBytes()));
      writer.bytes(FOLDER + key, content.asByteArrayUnsafe());
      versions.put(key, String.valueOf(content.response().versionId()));
    }
    writer.bytes(VERSIONS, Json.MAPPER.writeValueAsBytes(versions));
    return versions;
  }

  private List<String> keys() throws IOException {
    List<String> keys =
        S3Place.aws(() ->
            client
                .listObjectsV2Paginator(
                    request -> request.bucket(source.bucket()).prefix(source.prefix()))
                .contents()
                .stream()
                .map(S3Object::key)
                .filter(key -> !key.endsWith(LOCK) && !key.endsWith("/"))
                .toList());
    if (keys.isEmpty()) {
      throw new OperationFailed(
          "The bucket %s has no state. Check STATE_FROM.".formatted(source.bucket()));
    }
    return keys;
  }

  @Override
  public void close() {
    client.close();
  }
}
