package dev.touchstone.gateway.edge;

import dev.touchstone.platform.telemetry.LogFields;
import dev.touchstone.platform.tracing.RequestSpan;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What ties the log lines and spans of a request together: its id, its trace and its caller. They
 * are kept with the request, which several threads serve.
 */
public final class RequestTrace {
  private static final String SPAN = RequestSpan.class.getName();
  private static final String USER = RequestTrace.class.getName() + ".user";

  private RequestTrace() {}

  static void attach(Request request, RequestSpan span) {
    request.setAttribute(SPAN, span);
  }

  /** The span of a request. */
  public static RequestSpan span(Request request) {
    return request.getAttribute(SPAN) instanceof RequestSpan span ? span : RequestSpan.NONE;
  }

  /** Remembers who is calling, for this thread as well. */
  public static void user(Request request, long id) {
    String text = Long.toString(id);
    request.setAttribute(USER, text);
    span(request).user(text);
    MDC.put(LogFields.USER_ID, text);
  }

  /** The fields of a request are in the log lines of this thread until it is closed. */
  public static LogScope inLog(Request request) {
    if (MDC.get(LogFields.REQUEST_ID) != null) {
      return () -> {}; // the thread serves it already
    }
    RequestContext context = RequestContext.of(request);
    RequestSpan span = span(request);
    put(LogFields.REQUEST_ID, Optional.ofNullable(context).map(RequestContext::requestId));
    put(LogFields.TRACE_ID, span.traceId());
    put(LogFields.SPAN_ID, span.spanId());
    put(LogFields.USER_ID, Optional.ofNullable((@Nullable String) request.getAttribute(USER)));
    return LogFields::clear;
  }

  private static void put(String field, Optional<String> value) {
    value.ifPresent(text -> MDC.put(field, text));
  }

  /** Ends the fields. */
  public interface LogScope extends AutoCloseable {
    @Override
    void close();
  }
}
