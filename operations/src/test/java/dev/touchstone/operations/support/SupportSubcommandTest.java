package dev.touchstone.operations.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.touchstone.operations.Run;
import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SupportSubcommandTest {
  @TempDir private Path folder;
  private HttpServer gateway;
  private volatile String extra = "";

  @BeforeEach
  void start() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/",
        exchange -> {
          byte[] body =
              "{\"service\":\"gateway\",\"status\":\"down\",\"checks\":{\"scores\":\"down\",\"exercises\":\"up\"}%s}"
                  .formatted(extra)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(503, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    gateway.start();
  }

  @AfterEach
  void stop() {
    gateway.stop(0);
  }

  private Path bundle() {
    return folder.resolve("support.zip");
  }

  private Run support(Map<String, String> environment, String... more) {
    List<String> words = new ArrayList<>(List.of("support", "--file", bundle().toString()));
    words.addAll(List.of(more));
    return Run.of(environment, words.toArray(String[]::new));
  }

  private String gatewayAddress() {
    return "http://127.0.0.1:" + gateway.getAddress().getPort();
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(bundle()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  private JsonNode json(String name) throws IOException {
    return Json.TOLERANT.readTree(contents().get(name));
  }

  @Test
  void containsVersionsSettingsAndHealth() throws IOException {
    Run run =
        support(
            Map.of("TOUCHSTONE_PORT", "8080", "PUBLIC_URL", "https://code.school.example"),
            "--gateway",
            gatewayAddress(),
            "--program",
            "judge=http://127.0.0.1:1");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(contents())
        .containsOnlyKeys("README.txt", "versions.json", "settings.json", "health.json");
    assertThat(json("versions.json").path("java").asString())
        .isEqualTo(System.getProperty("java.runtime.version"));
    assertThat(json("settings.json").at("/0/values/PUBLIC_URL").asString())
        .isEqualTo("https://code.school.example");
    assertThat(json("settings.json").at("/0/hidden/SMTP_URL").asString()).isEqualTo("not set");
    assertThat(json("health.json").at("/1/checks").toString())
        .isEqualTo("{\"exercises\":\"up\",\"scores\":\"down\"}");
    assertThat(json("health.json").at("/1/status").asInt()).isEqualTo(503);
    assertThat(json("health.json").at("/3/fault").asString()).isEqualTo("ConnectException");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bundle())))
        .isEqualTo("rw-------");
  }

  /**
   * Every hidden setting, by value and by file, in the environment, in a file, in logs, in answers.
   */
  @Test
  void noSecretGetsIn() throws IOException {
    Map<String, String> secrets = new HashMap<>();
    KnownSettings.HIDDEN.forEach(name -> secrets.put(name, "planted-" + name + "-0123456789"));
    secrets.put("SMTP_URL", "smtp://mailer:planted-smtp%2Fword@mail.school.example:587");
    secrets.put("REDIS_URL", "rediss://:planted-redis-word@cache.school.example:6379");
    secrets.remove("TOUCHSTONE_JUDGE_TOKEN");
    Map<String, String> environment = new HashMap<>(secrets);
    Path tokenFile =
        Files.writeString(folder.resolve("token"), "planted-first-line\nplanted-second-line\n");
    environment.put("TOUCHSTONE_JUDGE_TOKEN_FILE", tokenFile.toString());
    Path settings =
        Files.writeString(
            folder.resolve("scores.env"),
            secrets.entrySet().stream()
                .map(secret -> secret.getKey() + "=\"file-" + secret.getValue() + "\"")
                .collect(Collectors.joining("\n", "UNKNOWN_SETTING=planted-unknown\n", "\n")));
    String said =
        String.join(" ", secrets.values())
            + " planted-first-line planted-second-line planted-smtp/word planted-redis-word";
    extra = ",\"checks_more\":\"" + said + "\",\"service_token\":\"planted-by-a-service\"";
    Path text =
        Files.writeString(
            folder.resolve("text.log"),
            "19:10:16.338 ERROR d.t.Mail  can't send "
                + said
                + "\njava.lang.IllegalStateException: "
                + said
                + "\n\tat dev.touchstone.Mail\n19:10:17.000 INFO  d.t.Mail  planted-not-an-error\n");
    Path lines =
        Files.writeString(
            folder.resolve("lines.log"),
            Json.MAPPER.writeValueAsString(
                    Map.of(
                        "level",
                        "ERROR",
                        "message",
                        said,
                        "stack_trace",
                        said,
                        "user_id",
                        "planted-user",
                        "client",
                        "planted-address",
                        "unknown",
                        "planted-field"))
                + "\n");

    Run run =
        support(
            environment,
            "--gateway",
            gatewayAddress(),
            "--settings",
            settings.toString(),
            "--log",
            text.toString(),
            "--log",
            lines.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    Map<String, String> contents = contents();
    assertThat(String.join("\n", contents.values())).doesNotContain("planted");
    assertThat(contents.get("errors-1.txt"))
        .contains("can't send [removed]", "dev.touchstone.Mail");
    assertThat(contents.get("errors-2.txt"))
        .contains("1 errors and warnings", "\"level\":\"ERROR\"");
    assertThat(json("settings.json").at("/0/hidden/TOUCHSTONE_JUDGE_TOKEN").asString())
        .isEqualTo("set by a file");
    assertThat(json("settings.json").at("/1/hidden/TOUCHSTONE_SIGNING_SECRET").asString())
        .isEqualTo("set");
  }

  /** What the command has not been given. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer planted.token-12345",
        "Authorization: Basic planted",
        "authorization=Digest username=\"planted\", response=\"planted\"",
        "{\"Authorization\": \"Basic planted\"}",
        "{\\\"authorization\\\":\\\"Basic planted\\\"}",
        "headers {authorization=[Basic planted], cookie=[a=1; b=planted]}",
        "Cookie: a=planted; b=planted; c=planted",
        "Set-Cookie: refresh=planted; Path=/planted",
        "eyJhbGciOiJFUzI1NiJ9.planted.planted",
        "connect to postgresql://scores:planted@db/scores",
        "password=planted1",
        "password=ab&planted",
        "password=abcd,planted",
        "password=x;planted}",
        "\"password\": \"ab planted\"",
        "passphrase: planted",
        "{\"token\": \"planted1\"}",
        "api_key: planted1",
        "GET /dev/mails?key=planted1",
        "key e614c3f8f676b45e2d0f0d54cf9d9549c05e0129 is mine",
        "mail for planted@school.example",
        "-----BEGIN PRIVATE KEY-----planted"
      })
  void whatLooksLikeASecretIsRemoved(String message) throws IOException {
    Path log = Files.writeString(folder.resolve("a.log"), "19:10:16.338 WARN x " + message + "\n");
    assertThat(support(Map.of(), "--log", log.toString()).status()).isZero();
    assertThat(contents().get("errors-1.txt"))
        .contains("[removed]")
        .doesNotContain("planted", "e614c3");
  }

  /** As the services log them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A refresh token of user 4711 was used twice; session 4711 was ended",
        "session 47110c5e-52c3-4e7f-9d0a-6f3f7d9a4711 was ended",
        "The second factor of user 4711 can't be decrypted",
        "PUT /api/v1/users/4711 failed",
        "DELETE /api/v1/exercises/7/members/4711 failed",
        "/api/v1/users/me/sessions/47110c5e-52c3-4e7f-9d0a-6f3f7d9a4711 failed"
      })
  void idsOfPeopleAreRemoved(String message) throws IOException {
    Path text = Files.writeString(folder.resolve("a.log"), "19:00:16.338 WARN x " + message + "\n");
    Path json =
        Files.writeString(
            folder.resolve("b.log"),
            Json.MAPPER.writeValueAsString(
                Map.of(
                    "level",
                    "WARN",
                    "message",
                    message,
                    "path",
                    "/api/v1/users/4711",
                    "request_id",
                    "0f8fad5b-d9cb-469f-a165-70867728950e")));
    assertThat(support(Map.of(), "--log", text.toString(), "--log", json.toString()).status())
        .isZero();
    assertThat(contents().get("errors-1.txt")).contains("[removed]").doesNotContain("4711");
    assertThat(contents().get("errors-2.txt"))
        .contains("\"path\":\"/api/v1/users/[removed]\"", "0f8fad5b-d9cb-469f-a165-70867728950e")
        .doesNotContain("4711");
  }

  /** Half a secret would not be recognised. */
  @Test
  void whatIsCutOffIsCleanedBefore() throws IOException {
    String secret = "planted-0123456789-0123456789-0123456789";
    StringBuilder log = new StringBuilder();
    for (int before = 8 * 1024 - secret.length(); before < 8 * 1024; before++) {
      String line = "19:10:16.338 ERROR x ";
      log.append(line).append(".".repeat(before - line.length())).append(secret).append('\n');
    }
    Path file = Files.writeString(folder.resolve("a.log"), log);
    assertThat(
            support(Map.of("TOUCHSTONE_INTERNAL_TOKEN", secret), "--log", file.toString()).status())
        .isZero();
    assertThat(contents().get("errors-1.txt")).contains("40 errors").doesNotContain("plant");
  }

  /** Kubernetes writes a prefix on request, and other programs write other logs. */
  @Test
  void aLogOfAnotherFormIsNotTakenForOneWithoutErrors() throws IOException {
    Path log =
        Files.writeString(
            folder.resolve("a.log"),
            """
            [pod/scores-1/scores] {"level":"ERROR","message":"failed"}
            19:10:16.338 ERROR x failed
            \tat dev.touchstone.Mail
            {"level":"INFO","message":"started"}
            """);
    assertThat(support(Map.of(), "--log", log.toString()).status()).isZero();
    assertThat(contents().get("errors-1.txt"))
        .startsWith("a.log: 1 errors and warnings; 2 of 4 lines recognised\n");
  }

  @Test
  void theLatestErrorsAreKept() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int number = 1; number <= 250; number++) {
      lines.append("2026-11-29T19:10:16.338Z ERROR x number %d.%n".formatted(number));
    }
    Path log = Files.writeString(folder.resolve("a.log"), lines);
    assertThat(support(Map.of(), "--log", log.toString()).status()).isZero();
    assertThat(contents().get("errors-1.txt"))
        .startsWith("a.log: 200 errors and warnings; 250 of 250 lines recognised\n")
        .contains("number 51.\n", "number 250.\n")
        .doesNotContain("number 50.\n");
  }

  @ParameterizedTest
  @CsvSource({
    "--log, /nowhere/a.log, The log /nowhere/a.log cannot be read",
    "--settings, /nowhere/a.env, /nowhere/a.env cannot be read as settings",
    "--gateway, code.school.example, Programs need a name and an address",
    "--gateway, https://user:word@code.school.example, Programs need a name and an address"
  })
  void saysWhatIsWrong(String option, String value, String said) {
    Run run = support(Map.of(), option, value);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(said).doesNotContain("Exception", "user:word");
    assertThat(bundle()).doesNotExist();
  }

  @Test
  void aFileThatExistsIsKept() throws IOException {
    Files.writeString(bundle(), "mine");
    assertThat(support(Map.of()).status()).isEqualTo(2);
    assertThat(Files.readString(bundle())).isEqualTo("mine");
  }
}
