package dev.touchstone.operations.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.operations.Moto;
import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.operations.status.Documents.Document;
import dev.touchstone.platform.config.Environment;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Against moto, which is not AWS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BucketDocumentsTest implements DocumentsContract {
  private Moto moto;
  private S3Client client;

  @BeforeAll
  void start() throws IOException {
    moto = Moto.start();
    client = moto.configure(S3Client.builder().forcePathStyle(true));
    Object _ = client.createBucket(request -> request.bucket("school-status"));
  }

  @AfterAll
  void stop() {
    if (moto != null) {
      client.close();
      moto.close();
    }
  }

  @Override
  public Documents documents() {
    return place().open("s3://school-status/" + UUID.randomUUID() + "/");
  }

  private Place place() {
    return new Place(Environment.of(Map.of("AWS_REGION", "us-east-1")), _ -> client);
  }

  @Test
  void browsersLearnWhatItIs() {
    place().open("s3://school-status").publish("index.html", "text", "text/html; charset=utf-8");
    assertThat(client.headObject(request -> request.bucket("school-status").key("index.html")))
        .satisfies(head -> {
          assertThat(head.contentType()).isEqualTo("text/html; charset=utf-8");
          assertThat(head.cacheControl()).isEqualTo("public, max-age=60");
        });
  }

  /** The SDK then repeats the request, which S3 refuses since the first one worked. */
  @Test
  void aWriteWhoseAnswerWasLostCountsOnce() {
    String folder = "s3://school-status/" + UUID.randomUUID();
    for (String expected : List.of("x", "xx")) {
      try (S3Client lossy = lossy()) {
        new Place(Environment.of(Map.of("AWS_REGION", "us-east-1")), _ -> lossy)
            .open(folder)
            .change("history.json", old -> old.orElse("") + "x");
      }
      assertThat(place().open(folder).find("history.json").map(Document::text)).contains(expected);
    }
  }

  private S3Client lossy() {
    return S3Client.builder()
        .forcePathStyle(true)
        .endpointOverride(moto.address())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(new Lossy(UrlConnectionHttpClient.create(), new AtomicBoolean()))
        .build();
  }

  /** Delivers everything, but loses the answer to the first write. */
  private record Lossy(SdkHttpClient client, AtomicBoolean lost) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      ExecutableHttpRequest prepared = client.prepareRequest(request);
      if (request.httpRequest().method() != SdkHttpMethod.PUT || lost.getAndSet(true)) {
        return prepared;
      }
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          assertThat(prepared.call().httpResponse().isSuccessful()).isTrue();
          throw new IOException("the answer is lost");
        }

        @Override
        public void abort() {
          prepared.abort();
        }
      };
    }

    @Override
    public void close() {
      client.close();
    }
  }

  @Test
  void aBucketThatDoesNotExistIsNamed() {
    Documents missing = place().open("s3://no-such-bucket");
    assertThatThrownBy(() -> missing.create("history.json", "text"))
        .isInstanceOf(OperationFailed.class)
        .hasMessageContaining("s3://no-such-bucket/: AWS refused or did not answer");
  }
}
