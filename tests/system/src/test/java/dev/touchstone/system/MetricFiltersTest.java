package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import dev.touchstone.system.FiveProcesses.Part;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The metric filters of {@code infrastructure/roots/observability}, on the lines that the running
 * platform logs. Everything that a filter counts is made to happen once, so a filter without a line
 * is one that would never count anything.
 */
class MetricFiltersTest {
  private static final JsonNode METRICS =
      new YAMLMapper()
          .readTree(
              Program.HOME
                  .resolve("infrastructure/roots/observability/platform_metrics.yaml")
                  .toFile());

  /** A judge that is stopped loses its lease soon, and with it the only attempt. */
  private static final Map<String, String> ONE_SHORT_ATTEMPT =
      Map.of("TOUCHSTONE_LEASE", "3s", "TOUCHSTONE_TRIES", "1");

  /** Still runs when the judge is stopped. */
  private static final String SLOW = "import time\ntime.sleep(1)\nprint(f'Hello, {input()}!')";

  @TempDir private static Path folder;
  private static List<JsonNode> lines = List.of();

  @BeforeAll
  static void runThePlatform() {
    Instant start = Instant.now();
    FiveProcesses platform =
        FiveProcesses.start(folder, Map.of("TOUCHSTONE_LOG_FORMAT", "json"), ONE_SHORT_ATTEMPT);
    try (platform) {
      Learner learner = Learner.register(platform::probe);
      failToSignIn(platform.probe(), learner.username());
      long exercise = learner.exercise();
      EventReader.follow(learner, learner.submit(exercise, "python3", "print(1)"));
      learner.startRun(exercise, "python3", "print(1)", null);
      loseTheJudge(platform, learner, learner.submit(exercise, "python3", SLOW));
      platform.kill(Part.EXERCISES);
      assertThat(learner.probe().get("/api/v1/exercises/greeting").status()).isIn(502, 503);
    }
    // Closed first, so that what ended last is logged, too.
    lines =
        Stream.of(Part.values())
            .flatMap(part -> platform.program(part).output().lines())
            .map(MetricFiltersTest::asContainerInsightsSendsIt)
            .filter(line -> !time(line).isBefore(start))
            .toList();
  }

  private static void failToSignIn(HttpProbe probe, String username) {
    HttpProbe.Answer answer =
        probe.post(
            "/api/v1/auth/login",
            Json.MAPPER.writeValueAsString(Map.of("username", username, "password", "wrong one")));
    assertThat(answer.status()).isEqualTo(401);
  }

  private static void loseTheJudge(FiveProcesses platform, Learner learner, long submission) {
    Await.until("judging", () -> !status(learner, submission).equals("queued"));
    platform.program(Part.JUDGE).suspend();
    try {
      Await.until("the end of the lease", () -> status(learner, submission).equals("judge_error"));
    } finally {
      platform.program(Part.JUDGE).resume();
    }
  }

  private static String status(Learner learner, long submission) {
    return learner.get("/api/v1/submissions/" + submission).path("status").asString();
  }

  /** Fluent Bit puts a line that is JSON under {@code log_processed}. */
  private static JsonNode asContainerInsightsSendsIt(String line) {
    return Json.MAPPER.valueToTree(
        parsed(line)
            .map(json -> Map.of("log", line, "log_processed", json))
            .orElseGet(() -> Map.of("log", line)));
  }

  private static Optional<JsonNode> parsed(String line) {
    try {
      return Optional.of(Json.TOLERANT.readTree(line)).filter(JsonNode::isObject);
    } catch (JacksonException e) { // text that the JVM printed
      return Optional.empty();
    }
  }

  private static Instant time(JsonNode line) {
    JsonNode time = line.at("/log_processed/@timestamp");
    return time.isString() ? OffsetDateTime.parse(time.asString()).toInstant() : Instant.MIN;
  }

  static Stream<String> metrics() {
    return METRICS.propertyNames().stream();
  }

  private static List<JsonNode> matched(String metric) {
    Predicate<JsonNode> pattern =
        FilterPattern.parse(METRICS.path(metric).path("pattern").asString());
    return lines.stream().filter(pattern).toList();
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void everyFilterMatchesALineOfTheRunningPlatform(String metric) {
    List<JsonNode> matched = matched(metric);
    assertThat(matched).as("lines that " + metric + " counts").isNotEmpty();
    // A filter that matches everything counts nothing useful.
    assertThat(matched).hasSizeLessThan(lines.size());
    String field = METRICS.path(metric).path("field").asString("");
    if (!field.isEmpty()) {
      String pointer = field.substring(1).replace('.', '/');
      assertThat(matched).allMatch(line -> line.at(pointer).isNumber());
    }
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void noFilterDependsOnTheWordsOfAMessage(String metric) {
    assertThat(METRICS.path(metric).path("pattern").asString())
        .doesNotContain("message")
        .doesNotContain("*");
  }

  @ParameterizedTest
  @CsvSource({
    "gateway, stream",
    "scores, long_poll",
    "scores, stream",
    "scores, request",
    "exercises, request"
  })
  void slownessIsThatOfTheGatewaysOrdinaryRequestsAlone(String service, String kind) {
    Predicate<JsonNode> others =
        line ->
            line.at("/log_processed/service").asString("").equals(service)
                && line.at("/log_processed/kind").asString("").equals(kind);
    assertThat(lines).as("lines of " + service + " of the kind " + kind).anyMatch(others);
    assertThat(matched("RequestDuration")).noneMatch(others);
  }

  @Test
  void requestsAreCountedOnceAndFailuresAreAmongThem() {
    List<JsonNode> requests = matched("Requests");
    assertThat(requests).containsAll(matched("ServerErrors")).containsAll(matched("SignIns"));
    assertThat(requests)
        .allMatch(line -> line.at("/log_processed/service").asString().equals("gateway"));
    assertThat(matched("ServerErrors")).hasSizeLessThan(requests.size());
    assertThat(matched("FailedSignIns")).hasSize(1);
    assertThat(matched("Registrations")).hasSize(1);
    assertThat(matched("Submissions")).hasSize(2);
    assertThat(matched("Runs")).hasSize(1);
  }
}
