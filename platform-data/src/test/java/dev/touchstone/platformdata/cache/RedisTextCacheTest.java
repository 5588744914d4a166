package dev.touchstone.platformdata.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.testing.Await;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real Redis; skipped where it is not installed. */
class RedisTextCacheTest extends TextCacheContract {
  private static final String PASSWORD = "redis-password-of-this-test-only";
  @TempDir private static Path folder;
  private static @Nullable Process redis;
  private static int port;

  @BeforeAll
  static void start() {
    Assumptions.assumeTrue(program().isPresent(), "redis-server is not on the PATH");
    redis =
        Await.value(
            "a Redis",
            () -> {
              port = freePort();
              return startRedis();
            });
  }

  @AfterAll
  static void stop() {
    if (redis != null) {
      redis.destroyForcibly();
    }
  }

  @Override
  TextCache cache(String nameSpace, Duration timeToLive) {
    return open(port, nameSpace, timeToLive);
  }

  private static TextCache open(int port, String nameSpace, Duration timeToLive) {
    Environment environment =
        Environment.of(Map.of("REDIS_URL", "redis://:" + PASSWORD + "@127.0.0.1:" + port + "/1"));
    CacheConfiguration configuration = CacheConfiguration.from(environment);
    environment.finish();
    assertThat(configuration.toString()).doesNotContain(PASSWORD);
    return configuration.open(nameSpace, timeToLive, 1, new SimpleMeterRegistry());
  }

  @Test
  void processesShareANameSpaceAndNoMore() {
    try (TextCache one = cache("shared", LONG);
        TextCache other = cache("shared", LONG);
        TextCache stranger = cache("strange", LONG)) {
      stranger.put("key", "mine");
      one.put("key", "ours");
      assertThat(other.find("key")).hasValue("ours");
      other.clear();
      assertThat(one.find("key")).isEmpty();
      assertThat(stranger.find("key")).hasValue("mine");
    }
  }

  @Test
  void withoutRedisItIsEmptyAndNothingFails() throws IOException {
    try (TextCache cache = open(freePort(), "away", LONG)) {
      cache.put("key", "text");
      cache.clear();
      assertThat(cache.find("key")).isEmpty();
    }
  }

  @Test
  void itComesBackWhenRedisDoes() throws Exception {
    try (TextCache cache = cache("back", LONG)) {
      cache.put("key", "before");
      assertThat(cache.find("key")).hasValue("before");
      Process before = java.util.Objects.requireNonNull(redis);
      before.destroyForcibly().waitFor();
      assertThat(cache.find("key")).isEmpty();
      redis = Await.value("a Redis on the same port", RedisTextCacheTest::startRedis);
      Await.until(
          "what is put there to be found again",
          () -> {
            cache.put("key", "after");
            return cache.find("key").equals(Optional.of("after"));
          });
    }
  }

  @Test
  void aMalformedAddressStopsTheStartWithoutTellingIt() {
    Environment environment = Environment.of(Map.of("REDIS_URL", "http://secret@host"));
    CacheConfiguration.from(environment);
    assertThatThrownBy(environment::finish)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("REDIS_URL")
        .hasMessageNotContaining("secret");
    assertThat(RedisTextCache.isAddress(Secret.of("rediss://cache.example.org:6380"))).isTrue();
  }

  /** Empty if another program has taken the port in the meantime. */
  private static Optional<Process> startRedis() throws IOException {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                program().orElseThrow().toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--requirepass",
                PASSWORD,
                "--save",
                "",
                "--dir",
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    Await.until(
        "Redis to listen",
        () -> !process.isAlive() || Files.readString(output).contains("Ready to accept"));
    return Optional.of(process).filter(Process::isAlive);
  }

  private static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(path -> Path.of(path, "redis-server"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
