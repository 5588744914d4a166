package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The metric filters of the audit trail, on records in the form that AWS documents for CloudTrail:
 * without an account there are no real ones. Each record names the metrics that count it.
 */
class AuditFiltersTest {
  /** As {@code terraform fmt} writes it. */
  private static final Pattern METRIC =
      Pattern.compile("(?m)^    (\\w+) += \\{ pattern = \"((?:[^\"\\\\]|\\\\.)*)\" }$");

  private static final JsonNode RECORDS =
      Json.TOLERANT.readTree(
          Objects.requireNonNull(
              AuditFiltersTest.class.getResourceAsStream("/cloudtrail-records.json")));

  static Stream<JsonNode> records() {
    return RECORDS.valueStream();
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyRecordIsCountedByItsMetricsOnly(JsonNode record) throws IOException {
    Set<String> counted = new TreeSet<>();
    filters()
        .forEach((metric, pattern) -> {
          if (pattern.test(record.path("record"))) {
            counted.add(metric);
          }
        });
    assertThat(counted).as(record.path("what").asString()).isEqualTo(metrics(record));
  }

  @Test
  void everyFilterHasARecord() throws IOException {
    Set<String> counted = new TreeSet<>();
    records().map(AuditFiltersTest::metrics).forEach(counted::addAll);
    assertThat(counted).isEqualTo(filters().keySet());
  }

  private static Set<String> metrics(JsonNode record) {
    Set<String> metrics = new TreeSet<>();
    record.path("counted_by").valueStream().map(JsonNode::asString).forEach(metrics::add);
    return metrics;
  }

  private static Map<String, Predicate<JsonNode>> filters() throws IOException {
    String text =
        Files.readString(Program.HOME.resolve("infrastructure/roots/observability/audit.tf"));
    Map<String, Predicate<JsonNode>> filters = new TreeMap<>();
    METRIC
        .matcher(text)
        .results()
        .forEach(metric ->
            filters.put(
                metric.group(1), FilterPattern.parse(metric.group(2).replace("\\\"", "\""))));
    // One that is written in another way must not be overlooked.
    assertThat(filters).hasSize(text.split("pattern = ", -1).length - 1);
    return filters;
  }
}
