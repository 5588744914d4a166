package dev.touchstone.platform.tracing;

import dev.touchstone.platform.config.ConfigurationException;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one service. Off unless the standard variables of OpenTelemetry name a collector.
 *
 * <p>Traces begin at the gateway; a service continues the trace of a request, and passes it on with
 * its own calls. What belongs to no request, such as periodic tasks and waiting judges, has no
 * spans. The service travels in the context of the thread, so that its calls and statements find
 * it. Thread-safe; close it to send what is left.
 */
public final class Tracing implements AutoCloseable {
  private static final ContextKey<Tracing> SERVICE = ContextKey.named("touchstone-tracing");

  private static final Tracing OFF =
      new Tracing(TracerProvider.noop().get("touchstone"), false, () -> {});

  private final Tracer tracer;
  private final boolean on;
  private final Runnable end;

  Tracing(Tracer tracer, boolean on, Runnable end) {
    this.tracer = tracer;
    this.on = on;
    this.end = end;
  }

  /** Records nothing. */
  public static Tracing off() {
    return OFF;
  }

  /**
   * Records as the environment of this process says.
   *
   * @param service its name in the spans, unless {@code OTEL_SERVICE_NAME} is set
   * @throws ConfigurationException if the variables are wrong
   */
  public static Tracing start(String service) {
    return start(service, System.getenv());
  }

  /** The same with given variables. */
  public static Tracing start(String service, Map<String, String> variables) {
    // The classes that send spans are not loaded otherwise.
    return isWanted(variables) ? SpanExport.start(service, variables) : OFF;
  }

  private static boolean isWanted(Map<String, String> variables) {
    if (isSet(variables, "OTEL_SDK_DISABLED", "true")
        || isSet(variables, "OTEL_TRACES_EXPORTER", "none")) {
      return false;
    }
    return isSet(variables, "OTEL_TRACES_EXPORTER", "otlp")
        || hasText(variables.get("OTEL_EXPORTER_OTLP_ENDPOINT"))
        || hasText(variables.get("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"));
  }

  private static boolean isSet(Map<String, String> variables, String name, String value) {
    return variables.getOrDefault(name, "").strip().equalsIgnoreCase(value);
  }

  private static boolean hasText(@Nullable String value) {
    return value != null && !value.isBlank();
  }

  /**
   * Starts the span of a request from outside.
   *
   * @param offered the caller's {@code traceparent}
   * @param trusted whether the request continues the caller's trace. Otherwise it begins a new one
   *     that names the caller's, so that a stranger chooses neither ids nor what is sampled.
   */
  public RequestSpan begin(String method, @Nullable String offered, boolean trusted) {
    if (!on) {
      return RequestSpan.NONE;
    }
    Context theirs = TraceContext.parse(offered);
    if (trusted) {
      return request(method, theirs, SpanContext.getInvalid());
    }
    return request(method, Context.root(), Span.fromContext(theirs).getSpanContext());
  }

  /**
   * Continues the trace of a request of another of our services. Without one there is no span; with
   * tracing off here, the trace is passed on all the same.
   */
  public RequestSpan receive(String method, @Nullable String traceparent) {
    if (traceparent == null) {
      return RequestSpan.NONE;
    }
    Context theirs = TraceContext.parse(traceparent);
    if (!Span.fromContext(theirs).getSpanContext().isValid()) {
      return RequestSpan.NONE;
    }
    return on
        ? request(method, theirs, SpanContext.getInvalid())
        : new RequestSpan(theirs, Span.getInvalid(), method);
  }

  private RequestSpan request(String method, Context parent, SpanContext linked) {
    var builder =
        tracer
            .spanBuilder(method)
            .setSpanKind(SpanKind.SERVER)
            .setParent(parent)
            .setAttribute("http.request.method", method);
    if (linked.isValid()) {
      builder.addLink(linked);
    }
    Span span = builder.startSpan();
    return new RequestSpan(parent.with(span).with(SERVICE, this), span, method);
  }

  /**
   * Adds the span of something that has happened, if its trace is sampled.
   *
   * @param failed whether it went wrong
   * @return the place of the span, for those below it
   */
  public Context add(
      Context parent,
      String name,
      Instant from,
      Instant until,
      boolean failed,
      Attributes attributes) {
    if (!on || !Span.fromContext(parent).getSpanContext().isSampled()) {
      return parent;
    }
    Span span =
        tracer
            .spanBuilder(name)
            .setParent(parent)
            .setStartTimestamp(from)
            .setAllAttributes(attributes)
            .startSpan();
    if (failed) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end(until);
    return parent.with(span);
  }

  /** Starts a span below that of this thread; an invalid one if this thread has none. */
  public static Span startChild(String name, SpanKind kind) {
    return startChild(Context.current(), name, kind);
  }

  static Span startChild(Context parent, String name, SpanKind kind) {
    Tracing service = parent.get(SERVICE);
    return service == null || !Span.fromContext(parent).isRecording()
        ? Span.getInvalid()
        : service.tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan();
  }

  /** Sends what is left, for two seconds at most. */
  @Override
  public void close() {
    end.run();
  }
}
