package dev.touchstone.platform.telemetry;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * The metrics of one service, exposed at {@code /metrics} in the Prometheus format. Thread-safe.
 */
public final class Metrics {
  /** The media type of the Prometheus format. */
  public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private Metrics() {}

  /** Creates the metrics of a service; each has the label {@code service}. */
  public static Metrics of(String service) {
    Metrics metrics = new Metrics();
    metrics.registry.config().commonTags("service", service);
    new JvmMemoryMetrics().bindTo(metrics.registry);
    new JvmThreadMetrics().bindTo(metrics.registry);
    new ClassLoaderMetrics().bindTo(metrics.registry);
    new ProcessorMetrics().bindTo(metrics.registry);
    new UptimeMetrics().bindTo(metrics.registry);
    return metrics;
  }

  /** Where meters are registered. */
  public MeterRegistry registry() {
    return registry;
  }

  /** All metrics in the Prometheus text format. */
  public String scrape() {
    return registry.scrape();
  }

  /** The endpoint that Prometheus scrapes. */
  public HttpService endpoints() {
    return rules ->
        rules.get(
            "/metrics",
            (request, response) ->
                response.header(HeaderNames.CONTENT_TYPE, MEDIA_TYPE).send(scrape()));
  }
}
