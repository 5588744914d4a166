package dev.touchstone.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.util.Optional;

/** The span of a call to another service. Ended once; thread-safe. */
public final class CallSpan {
  private static final int CLIENT_ERROR = 400;

  private final Context parent;
  private final Span span;

  private CallSpan(Context parent, Span span) {
    this.parent = parent;
    this.span = span;
  }

  /** Starts a call of this thread. */
  public static CallSpan start(String method, URI service) {
    return start(Context.current(), method, service);
  }

  /** Starts a call on behalf of a request. */
  public static CallSpan start(RequestSpan request, String method, URI service) {
    return start(request.context(), method, service);
  }

  private static CallSpan start(Context parent, String method, URI service) {
    Span span = Tracing.startChild(parent, method, SpanKind.CLIENT);
    if (span.isRecording()) {
      span.setAttribute("http.request.method", method);
      span.setAttribute("server.address", String.valueOf(service.getHost()));
      span.setAttribute("server.port", service.getPort());
    }
    return new CallSpan(parent, span);
  }

  /** What the call carries as {@link TraceContext#HEADER}: this span, or the one above. */
  public Optional<String> traceparent() {
    return TraceContext.write(span.getSpanContext().isValid() ? parent.with(span) : parent);
  }

  /** Ends it with an answer. */
  public void answered(int status) {
    span.setAttribute("http.response.status_code", status);
    if (status >= CLIENT_ERROR) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }

  /** Ends it without one. The message of a failure may quote what was sent, so its type only. */
  public void failed(Throwable failure) {
    span.setAttribute("error.type", failure.getClass().getName());
    span.setStatus(StatusCode.ERROR);
    span.end();
  }
}
