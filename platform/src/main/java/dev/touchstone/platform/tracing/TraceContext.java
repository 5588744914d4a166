package dev.touchstone.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A place in a trace as text, in the format of W3C Trace Context. Only {@code traceparent}: we have
 * no use for {@code tracestate} and {@code baggage}, which have room for what others write.
 */
public final class TraceContext {
  /** The header that carries it. */
  public static final String HEADER = "traceparent";

  private static final W3CTraceContextPropagator FORMAT = W3CTraceContextPropagator.getInstance();

  private static final TextMapGetter<String> PARENT_ONLY =
      new TextMapGetter<>() {
        @Override
        public @Nullable String get(@Nullable String traceparent, String key) {
          return key.equals(HEADER) ? traceparent : null;
        }
      };

  private TraceContext() {}

  /** Returns the place that a text names; a malformed one is none. */
  public static Context parse(@Nullable String traceparent) {
    return traceparent == null
        ? Context.root()
        : FORMAT.extract(Context.root(), traceparent, PARENT_ONLY);
  }

  /** Writes a place, empty where there is none. */
  static Optional<String> write(Context context) {
    AtomicReference<String> written = new AtomicReference<>();
    FORMAT.inject(
        context,
        written,
        (carrier, key, value) -> {
          if (carrier != null && key.equals(HEADER)) {
            carrier.set(value);
          }
        });
    return Optional.ofNullable(written.get());
  }

  /**
   * Returns the place of this thread to keep with work that is done later; empty if its trace is
   * not sampled.
   */
  public static Optional<String> current() {
    return Span.current().getSpanContext().isSampled()
        ? write(Context.current())
        : Optional.empty();
  }
}
