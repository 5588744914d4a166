package dev.touchstone.operations.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * A file of unknown size on its way into a bucket, in parts, which S3 shows when it is completed.
 * The parts of a process that was killed go with the bucket's lifecycle.
 */
final class S3Upload implements Place.Upload {
  /** S3 takes 10,000 parts of at least 5 MiB: with these, a file of 312 GiB. */
  private static final int PART = 32 << 20;

  private final S3Client client;
  private final String bucket;
  private final String key;
  private final List<CompletedPart> parts = new ArrayList<>();
  private final byte[] buffer = new byte[PART];
  private int filled;
  private String id = "";
  private boolean completed;

  S3Upload(S3Client client, String bucket, String key) {
    this.client = client;
    this.bucket = bucket;
    this.key = key;
  }

  @Override
  public OutputStream stream() {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
          if (filled == PART) {
            sendPart();
          }
          int count = Math.min(PART - filled, length - done);
          System.arraycopy(bytes, offset + done, buffer, filled, count);
          filled += count;
          done += count;
        }
      }
    };
  }

  private void sendPart() throws IOException {
    if (id.isEmpty()) {
      id =
          S3Place.aws(() ->
              client
                  .createMultipartUpload(request ->
                      request.bucket(bucket).key(key).checksumAlgorithm(ChecksumAlgorithm.SHA256))
                  .uploadId());
    }
    int number = parts.size() + 1;
    UploadPartResponse response =
        S3Place.aws(() ->
            client.uploadPart(
                request ->
                    request
                        .bucket(bucket)
                        .key(key)
                        .uploadId(id)
                        .partNumber(number)
                        .checksumAlgorithm(ChecksumAlgorithm.SHA256),
                content()));
    parts.add(
        CompletedPart.builder()
            .partNumber(number)
            .eTag(response.eTag())
            .checksumSHA256(response.checksumSHA256())
            .build());
    filled = 0;
  }

  private RequestBody content() {
    return RequestBody.fromBytes(filled == PART ? buffer : Arrays.copyOf(buffer, filled));
  }

  @Override
  public void complete() throws IOException {
    if (id.isEmpty()) {
      Object _ =
          S3Place.aws(() ->
              client.putObject(
                  request ->
                      request.bucket(bucket).key(key).checksumAlgorithm(ChecksumAlgorithm.SHA256),
                  content()));
    } else {
      sendPart();
      Object _ =
          S3Place.aws(() ->
              client.completeMultipartUpload(request ->
                  request
                      .bucket(bucket)
                      .key(key)
                      .uploadId(id)
                      .multipartUpload(upload -> upload.parts(parts))));
    }
    completed = true;
  }

  @Override
  public void close() {
    if (!completed && !id.isEmpty()) {
      try {
        Object _ =
            client.abortMultipartUpload(request -> request.bucket(bucket).key(key).uploadId(id));
      } catch (SdkException _) {
        // the bucket's lifecycle removes the parts
      }
    }
  }
}
