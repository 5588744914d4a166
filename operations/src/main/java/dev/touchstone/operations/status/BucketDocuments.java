package dev.touchstone.operations.status;

import dev.touchstone.operations.process.Aws;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Documents as objects of S3, which refuses to write where another has written first ({@code
 * If-None-Match}, {@code If-Match}).
 */
final class BucketDocuments implements Documents {
  /** People see a change within a minute, and a crowd of them costs little. */
  private static final String CACHED = "public, max-age=60";

  /** What an object says of itself: which write made it. */
  private static final String WRITE = "write";

  /** The answers of S3 to a condition that does not hold, or that two requests raced for. */
  private static final List<Integer> REFUSED = List.of(404, 409, 412);

  private final S3Client client;
  private final String bucket;
  private final String prefix;

  /**
   * Uses a bucket.
   *
   * @param prefix of every key: empty, or with a slash at its end
   */
  BucketDocuments(S3Client client, String bucket, String prefix) {
    this.client = client;
    this.bucket = bucket;
    this.prefix = prefix;
  }

  @Override
  public String name() {
    return "s3://" + bucket + "/" + prefix;
  }

  @Override
  public Optional<Document> find(String name) {
    return aws(() -> object(name))
        .map(object -> new Document(object.asUtf8String(), object.response().eTag()));
  }

  private Optional<ResponseBytes<GetObjectResponse>> object(String name) {
    try {
      return Optional.of(
          client.getObject(
              request -> request.bucket(bucket).key(prefix + name), ResponseTransformer.toBytes()));
    } catch (NoSuchKeyException _) {
      return Optional.empty();
    }
  }

  @Override
  public boolean create(String name, String text) {
    return putIf(name, text, request -> request.ifNoneMatch("*"));
  }

  @Override
  public boolean replace(String name, Document read, String text) {
    return putIf(name, text, request -> request.ifMatch(read.version()));
  }

  private boolean putIf(String name, String text, UnaryOperator<PutObjectRequest.Builder> only) {
    String write = UUID.randomUUID().toString();
    return aws(() -> {
      try {
        put(only.apply(request(name, "application/json").metadata(Map.of(WRITE, write))), text);
        return true;
      } catch (S3Exception e) {
        if (REFUSED.contains(e.statusCode()) && !"NoSuchBucket".equals(code(e))) {
          return isOf(write, name);
        }
        throw e;
      }
    });
  }

  /**
   * Whether an object is of this write after all: the SDK repeats a request whose answer was lost,
   * and S3 refuses the repetition. The text alone proves nothing: another may have written the
   * same.
   */
  private boolean isOf(String write, String name) {
    return object(name)
        .filter(object -> write.equals(object.response().metadata().get(WRITE)))
        .isPresent();
  }

  private static String code(S3Exception e) {
    return e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
  }

  @Override
  public List<String> names(String folder) {
    return aws(() ->
        client
            .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix + folder + "/"))
            .contents()
            .stream()
            .map(S3Object::key)
            .map(key -> key.substring(prefix.length()))
            .filter(name -> name.endsWith(".json"))
            .sorted()
            .toList());
  }

  @Override
  public void publish(String name, String text, String contentType) {
    Object _ =
        aws(() -> {
          put(request(name, contentType), text);
          return name;
        });
  }

  private PutObjectRequest.Builder request(String name, String contentType) {
    return PutObjectRequest.builder()
        .bucket(bucket)
        .key(prefix + name)
        .contentType(contentType)
        .cacheControl(CACHED);
  }

  private void put(PutObjectRequest.Builder request, String text) {
    Object _ = client.putObject(request.build(), RequestBody.fromString(text));
  }

  private <T> T aws(Supplier<T> call) {
    return Aws.callAt(name(), call);
  }
}
