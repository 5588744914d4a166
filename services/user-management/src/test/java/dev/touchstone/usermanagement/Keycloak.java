package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keycloak's own distribution in a process, with the realm of {@code keycloak-realm.json} in a
 * database in memory. {@code mvn dependency:unpack@keycloak -pl services/user-management} fetches
 * it.
 */
final class Keycloak implements AutoCloseable {
  static final String CLIENT = "touchstone";
  static final String SECRET = "client-secret-of-this-test-only-0123456789";

  /** Of all people of the realm. */
  private static final String PASSWORD = "con đường làng";

  private static final Path FOLDER = Path.of("target/keycloak");
  private static final Pattern LISTENS =
      Pattern.compile("Listening on: http://127\\.0\\.0\\.1:(\\d+)");
  private static final Pattern FORM =
      Pattern.compile("<form id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

  private final Process process;
  private final int port;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private Keycloak(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** The unpacked distribution, if it could be fetched. */
  static Optional<Path> home() {
    if (!Files.isDirectory(FOLDER)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.filter(folder -> Files.exists(folder.resolve("bin/kc.sh"))).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Keycloak start(Path home) throws IOException {
    Path realm = Files.createDirectories(home.resolve("data/import")).resolve("realm.json");
    try (InputStream in = Keycloak.class.getResourceAsStream("keycloak-realm.json")) {
      Files.copy(Objects.requireNonNull(in), realm, StandardCopyOption.REPLACE_EXISTING);
    }
    ProcessBuilder builder =
        new ProcessBuilder(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=0",
                "--cache=local",
                "--db=dev-mem",
                "--import-realm")
            .redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // It starts in half the processor time; the test is over before more would pay.
    builder.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m");
    Process process = builder.start();
    try {
      return new Keycloak(process, port(process));
    } catch (IOException | RuntimeException | Error e) {
      end(process);
      throw e;
    }
  }

  /** Waits until it has started or ended: on a busy machine that takes minutes. */
  private static int port(Process process) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      text.append(line).append('\n');
      Matcher matcher = LISTENS.matcher(line);
      if (matcher.find()) {
        Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
        return Integer.parseInt(matcher.group(1));
      }
    }
    throw new AssertionError("Keycloak did not start:\n" + text);
  }

  String issuer() {
    return "http://127.0.0.1:" + port + "/realms/school";
  }

  /**
   * Lets a person sign in on its page, unless it refuses before that.
   *
   * @return the query with which the browser comes back
   */
  String signIn(String authorization, String username) throws IOException, InterruptedException {
    HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(authorization)));
    if (page.statusCode() == 302) {
      return query(page);
    }
    Matcher form = FORM.matcher(page.body());
    assertThat(form.find()).as(page.body()).isTrue();
    HttpRequest.Builder submission =
        HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", cookies(page))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "username=" + encoded(username) + "&password=" + encoded(PASSWORD)));
    return query(send(submission));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String query(HttpResponse<String> answer) {
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(MailBox.PUBLIC_URL + "/api/v1/auth/oidc/callback?");
    return location.substring(location.indexOf('?'));
  }

  /** Browsers send them to this address, too, although they are marked as secure. */
  private static String cookies(HttpResponse<String> answer) {
    List<String> set = answer.headers().allValues("Set-Cookie");
    return set.stream()
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .collect(Collectors.joining("; "));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    end(process);
  }

  private static void end(Process process) {
    // The script replaces itself with the JVM, but not where it has to build first.
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
