package dev.touchstone.judge.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.problempackage.LimitSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageCacheTest {
  private static final String REVISION = "/internal/v1/exercises/7/revisions/3";

  @TempDir Path folder;
  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private HttpServer service;
  private PackageCache cache;

  @BeforeEach
  void start() throws Exception {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          byte[] answer = answers.get(path);
          exchange.sendResponseHeaders(
              answer == null ? 404 : 200, answer == null ? -1 : answer.length);
          if (answer != null) {
            exchange.getResponseBody().write(answer);
          }
          exchange.close();
        });
    service.start();
    cache = cache(PackageCache.MOST_BYTES);
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void laysFilesThatNobodyMayWriteTo() throws Exception {
    publish("42");
    try (PackageCache.Use use = cache.open(7, 3)) {
      Path answer = answer(use);
      assertThat(answer).hasContent("42");
      assertThat(Files.getPosixFilePermissions(answer))
          .isEqualTo(PosixFilePermissions.fromString("r--r--r--"));
    }
  }

  @Test
  void fetchesFilesOnceButAsksEachTimeWhatTheRevisionHolds() throws Exception {
    publish("42");
    cache.open(7, 3).close();
    asked.clear();
    cache.open(7, 3).close();
    assertThat(asked).containsExactly(REVISION);
  }

  @Test
  void doesNotTakeARevisionForAnotherOneOfTheSameNumber() throws Exception {
    publish("42");
    cache.open(7, 3).close();
    publish("43"); // a backup was restored, and another revision 3 made
    try (PackageCache.Use use = cache.open(7, 3)) {
      assertThat(answer(use)).hasContent("43");
    }
  }

  @Test
  void removesOldFoldersOnceNobodyUsesThem() throws Exception {
    publish("42");
    PackageCache.Use old = cache.open(7, 3);
    publish("43");
    cache.open(7, 3).close();
    assertThat(answer(old)).hasContent("42");
    old.close();
    publish("44");
    cache.open(7, 3).close();
    assertThat(packages()).hasSize(1);
  }

  @Test
  void keepsNoDraftsOnceTheyTakeTooMuch() throws Exception {
    cache = cache(1);
    publish("43");
    answers.put("/internal/v1/exercises/-5/revisions/3", answers.get(REVISION));
    publish("42");
    cache.open(7, 3).close();
    PackageCache.Use draft = cache.open(-5, 3);
    cache.open(-5, 3).close();
    assertThat(answer(draft)).as("still in use").hasContent("43");
    draft.close();
    assertThat(packages()).as("that of the exercise").hasSize(1);
    assertThat(folder.resolve("objects").resolve(digest("43"))).doesNotExist();
    assertThat(folder.resolve("objects").resolve(digest("42"))).exists();
    try (PackageCache.Use again = cache.open(-5, 3)) {
      assertThat(answer(again)).hasContent("43");
    }
  }

  @Test
  void fetchesADamagedFileAgain() throws Exception {
    publish("42");
    cache.open(7, 3).close();
    Path object = folder.resolve("objects").resolve(digest("42"));
    Files.setPosixFilePermissions(object, PosixFilePermissions.fromString("rw-r--r--"));
    Files.writeString(object, "99");
    publishAlso("42", "data/secret/2");
    try (PackageCache.Use use = cache.open(7, 3)) {
      assertThat(answer(use)).hasContent("42");
    }
  }

  @Test
  void refusesAFileThatArrivesDamaged() throws Exception {
    publish("42");
    answers.put("/internal/v1/objects/" + digest("42"), "99".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> cache.open(7, 3))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged");
    assertThat(packages()).isEmpty();
  }

  @Test
  void dropsAtTheStartWhatIsTooLargeOrUnfinished() throws Exception {
    publish("42");
    cache.open(7, 3).close();
    Files.createDirectories(folder.resolve("packages/fresh-1"));
    Files.writeString(folder.resolve("objects/fresh-1"), "half");
    cache(PackageCache.MOST_BYTES);
    assertThat(packages()).hasSize(1);
    assertThat(folder.resolve("objects/fresh-1")).doesNotExist();
    cache(1);
    assertThat(packages()).isEmpty();
    assertThat(folder.resolve("objects")).isEmptyDirectory();
  }

  private PackageCache cache(long mostBytes) throws IOException {
    URI address = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
    return new PackageCache(
        new ServiceClient(address, Secret.of("token")), folder, mostBytes, LimitSettings.STANDARD);
  }

  private List<Path> packages() throws IOException {
    try (var folders = Files.list(folder.resolve("packages"))) {
      return folders.toList();
    }
  }

  private static Path answer(PackageCache.Use use) {
    return use.problem().root().resolve("data/secret/1.ans");
  }

  /** Makes revision 3 of exercise 7 a package whose test has the given answer. */
  private void publish(String answer) throws Exception {
    publish(Map.of("data/secret/1.in", "41", "data/secret/1.ans", answer));
  }

  private void publishAlso(String answer, String test) throws Exception {
    publish(
        Map.of(
            "data/secret/1.in",
            "41",
            "data/secret/1.ans",
            answer,
            test + ".in",
            "1",
            test + ".ans",
            "2"));
  }

  private void publish(Map<String, String> tests) throws Exception {
    Map<String, String> files = new TreeMap<>(tests);
    files.put(
        "problem.yaml",
        """
        problem_format_version: 2023-07-draft
        name: Fixture
        uuid: 00000000-0000-0000-0000-000000000000
        """);
    List<String> listed = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
      String digest = digest(file.getValue());
      answers.put("/internal/v1/objects/" + digest, content);
      listed.add(
          """
          {"path": "%s", "sha256": "%s", "size": %d}\
          """
              .formatted(file.getKey(), digest, content.length));
    }
    String revision =
        listed.stream()
            .collect(
                Collectors.joining(
                    ", ", "{\"exercise_id\": 7, \"revision\": 3, \"files\": [", "]}"));
    answers.put(REVISION, revision.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(String content) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(content.getBytes(StandardCharsets.UTF_8));
    return ObjectCache.hex(sha256);
  }
}
