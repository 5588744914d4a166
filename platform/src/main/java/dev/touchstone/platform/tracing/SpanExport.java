package dev.touchstone.platform.tracing;

import dev.touchstone.platform.config.ConfigurationException;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Sends spans with OpenTelemetry's SDK, which reads its standard variables itself. Its classes are
 * loaded only by a program that sends spans.
 */
final class SpanExport {
  private static final String PREFIX = "OTEL_";
  private static final long LAST_SECONDS = 2;

  /** What the variables may change. The protocol is the one that the JDK's client can speak. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "otel.resource.attributes", "service.namespace=touchstone",
          "otel.exporter.otlp.protocol", "http/protobuf",
          "otel.attribute.value.length.limit", "4000");

  /** Metrics and logs have their own ways out. */
  private static final Map<String, String> FIXED =
      Map.of("otel.metrics.exporter", "none", "otel.logs.exporter", "none");

  private SpanExport() {}

  static Tracing start(String service, Map<String, String> variables) {
    Map<String, String> defaults = new HashMap<>(DEFAULTS);
    defaults.put("otel.service.name", service);
    Map<String, String> given = new HashMap<>();
    variables.forEach((name, value) -> {
      if (name.startsWith(PREFIX)) {
        given.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
      }
    });
    given.putAll(FIXED);
    OpenTelemetrySdk sdk = build(defaults, given);
    return new Tracing(
        sdk.getTracer("touchstone"),
        true,
        () -> {
          var _ = sdk.shutdown().join(LAST_SECONDS, TimeUnit.SECONDS);
        });
  }

  private static OpenTelemetrySdk build(Map<String, String> defaults, Map<String, String> given) {
    try {
      return AutoConfiguredOpenTelemetrySdk.builder()
          .addPropertiesSupplier(() -> defaults)
          .addPropertiesCustomizer(_ -> given)
          .disableShutdownHook()
          .build()
          .getOpenTelemetrySdk();
    } catch (RuntimeException e) { // of several kinds, depending on the variable
      throw new ConfigurationException(
          "Traces can't be sent as the variables OTEL_… say"
              + reason(e)
              + " Correct them, or unset them to send none.");
    }
  }

  /** The headers of the exporter carry passwords, and a complaint about them quotes them. */
  private static String reason(RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("headers") ? ". See OTEL_EXPORTER_OTLP_HEADERS." : ": " + message + ".";
  }
}
