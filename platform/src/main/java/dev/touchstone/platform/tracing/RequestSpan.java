package dev.touchstone.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.Optional;

/** The span of a request that is being answered. Thread-safe. */
public final class RequestSpan {
  /** Of a request that belongs to no trace. */
  public static final RequestSpan NONE = new RequestSpan(Context.root(), Span.getInvalid(), "");

  private static final int SERVER_ERROR = 500;

  private final Context context;
  private final Span span;
  private final String method;

  RequestSpan(Context context, Span span, String method) {
    this.context = context;
    this.span = span;
    this.method = method;
  }

  /** What the thread that answers the request makes current. */
  public Context context() {
    return context;
  }

  /** The id of its trace, empty without one. */
  public Optional<String> traceId() {
    var place = Span.fromContext(context).getSpanContext();
    return place.isValid() ? Optional.of(place.getTraceId()) : Optional.empty();
  }

  /** Its own id, empty without one. */
  public Optional<String> spanId() {
    var own = span.getSpanContext();
    return own.isValid() ? Optional.of(own.getSpanId()) : Optional.empty();
  }

  /** Adds the id under which the person who asked can name the request. */
  public void requestId(String id) {
    span.setAttribute("touchstone.request_id", id);
  }

  /** Adds who is calling. */
  public void user(String id) {
    span.setAttribute("user.id", id);
  }

  /**
   * Ends it. Nothing of address, headers and bodies is recorded: they hold what people write.
   *
   * @param route the pattern of the address
   */
  public void end(String route, int status) {
    if (!span.isRecording()) {
      return;
    }
    span.updateName(method + " " + route);
    span.setAttribute("http.route", route);
    span.setAttribute("http.response.status_code", status);
    if (status >= SERVER_ERROR) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }
}
