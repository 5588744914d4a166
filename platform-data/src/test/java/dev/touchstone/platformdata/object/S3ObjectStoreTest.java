package dev.touchstone.platformdata.object;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.testing.Await;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Against moto, which answers as S3 does; skipped where it is not installed. */
class S3ObjectStoreTest extends ObjectStoreContract {
  private static @Nullable Process moto;
  private static @Nullable S3Client client;
  private static @Nullable S3ObjectStore store;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> program = onPath("moto_server");
    Assumptions.assumeTrue(program.isPresent(), "moto_server is not on the PATH");
    int port = freePort();
    moto = startMoto(program.orElseThrow(), port);
    String endpoint = "http://127.0.0.1:" + port;
    client =
        S3Client.builder()
            .region(Region.US_EAST_1)
            .endpointOverride(URI.create(endpoint))
            .forcePathStyle(true)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .build();
    createBucket(client, moto);
    store = new S3ObjectStore(configuration(endpoint));
  }

  @AfterAll
  static void stop() {
    if (store != null) {
      store.close();
    }
    if (client != null) {
      client.close();
    }
    if (moto != null) {
      moto.descendants().forEach(ProcessHandle::destroyForcibly);
      moto.destroyForcibly();
    }
  }

  private static S3Configuration configuration(String endpoint) {
    Environment environment =
        Environment.of(
            Map.of(
                "S3_BUCKET", "touchstone",
                "S3_ENDPOINT", endpoint,
                "S3_ACCESS_KEY_ID", "key",
                "S3_SECRET_ACCESS_KEY", "secret"));
    S3Configuration configuration = S3Configuration.from(environment).orElseThrow();
    environment.finish();
    return configuration;
  }

  private static Process startMoto(Path program, int port) throws IOException {
    return new ProcessBuilder(program.toString(), "-H", "127.0.0.1", "-p", Integer.toString(port))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void createBucket(S3Client client, Process moto) {
    Await.until(
        "moto to make a bucket",
        () -> {
          try {
            client.createBucket(request -> request.bucket("touchstone"));
            return true;
          } catch (SdkException e) {
            if (!moto.isAlive()) {
              throw e;
            }
            return false;
          }
        });
  }

  private static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  ObjectStore store() {
    return java.util.Objects.requireNonNull(store);
  }

  @Override
  void damage(String digest) {
    java.util.Objects.requireNonNull(client)
        .putObject(
            request ->
                request
                    .bucket("touchstone")
                    .key("objects/" + digest.substring(0, 2) + "/" + digest.substring(2)),
            RequestBody.fromString("other"));
  }

  @Test
  void aServerThatIsAwayIsUnavailable() throws IOException {
    try (S3ObjectStore away = new S3ObjectStore(configuration("http://127.0.0.1:" + freePort()))) {
      assertThatThrownBy(() -> away.open("0".repeat(64)))
          .isInstanceOf(ProblemException.class)
          .hasMessage("503 unavailable");
      assertThatThrownBy(away::check).isInstanceOf(IOException.class);
    }
  }
}
