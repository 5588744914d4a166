package dev.touchstone.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls CloudWatch with its JSON protocol. The AWS SDK supports only the newer one, in CBOR, which
 * moto does not support.
 */
record CloudWatch(URI endpoint) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Names the service; moto checks no signature. */
  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/monitoring/aws4_request,"
          + " SignedHeaders=host, Signature=none";

  /** Every alarm; the platform has fewer than the hundred that one response contains. */
  JsonNode alarms() {
    return ask("DescribeAlarms", Map.of("MaxRecords", 100)).path("MetricAlarms");
  }

  /** What a dashboard consists of. */
  JsonNode dashboard(String name) {
    return JSON.readTree(
        ask("GetDashboard", Map.of("DashboardName", name)).path("DashboardBody").asString());
  }

  private JsonNode ask(String operation, Map<String, Object> parameters) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve("/"))
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "GraniteServiceVersion20100801." + operation)
            .header("Authorization", AUTHORIZATION)
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(parameters)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new AssertionError(operation + ": " + response.statusCode() + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(exception);
    }
  }
}
