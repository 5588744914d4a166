package dev.touchstone.platformdata.object;

import dev.touchstone.platform.http.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Objects in an S3 bucket, named like the files of {@link FolderObjectStore}. The server checks the
 * digest of each upload. While it is unreachable, requests end with 503.
 */
public final class S3ObjectStore implements ObjectStore {
  private static final Logger log = LoggerFactory.getLogger(S3ObjectStore.class);
  private final S3Client client;
  private final S3Configuration configuration;

  /** Connects at the first call. */
  public S3ObjectStore(S3Configuration configuration) {
    this.configuration = configuration;
    this.client = configuration.client();
  }

  @Override
  public void put(String digest, Path file) throws IOException {
    if (exists(digest)) {
      return;
    }
    if (!Digest.of(file).equals(digest)) {
      throw new IOException("The file " + file + " changed while it was stored.");
    }
    String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest));
    try {
      client.putObject(
          request ->
              request.bucket(configuration.bucket()).key(key(digest)).checksumSHA256(checksum),
          RequestBody.fromFile(file));
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  @Override
  public Optional<InputStream> open(String digest) {
    try {
      InputStream object =
          client.getObject(request -> request.bucket(configuration.bucket()).key(key(digest)));
      return Optional.of(new VerifiedStream(object, digest));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  @Override
  public void list(Consumer<String> digests) throws IOException {
    try {
      client
          .listObjectsV2Paginator(
              request -> request.bucket(configuration.bucket()).prefix(configuration.prefix()))
          .contents()
          .forEach(object -> {
            String digest =
                object.key().substring(configuration.prefix().length()).replace("/", "");
            if (Digest.isDigest(digest)) {
              digests.accept(digest);
            }
          });
    } catch (SdkException e) {
      throw new IOException("The bucket " + configuration.bucket() + " can't be listed.", e);
    }
  }

  @Override
  public void delete(String digest) throws IOException {
    try {
      client.deleteObject(request -> request.bucket(configuration.bucket()).key(key(digest)));
    } catch (SdkException e) {
      throw new IOException("The object " + digest + " can't be deleted.", e);
    }
  }

  @Override
  public void check() throws IOException {
    try {
      client.headBucket(request -> request.bucket(configuration.bucket()));
    } catch (SdkException e) {
      throw new IOException("The bucket " + configuration.bucket() + " can't be used.", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private boolean exists(String digest) {
    try {
      client.headObject(request -> request.bucket(configuration.bucket()).key(key(digest)));
      return true;
    } catch (NoSuchKeyException e) {
      return false;
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  private String key(String digest) {
    if (!Digest.isDigest(digest)) {
      throw new IllegalArgumentException("no digest");
    }
    return configuration.prefix() + digest.substring(0, 2) + "/" + digest.substring(2);
  }

  private static ProblemException unavailable(SdkException e) {
    log.error("The object store failed", e);
    return ProblemException.unavailable("The object store is unavailable. Try again soon.");
  }
}
