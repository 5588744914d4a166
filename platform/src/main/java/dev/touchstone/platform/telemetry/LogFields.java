package dev.touchstone.platform.telemetry;

import org.slf4j.MDC;

/**
 * The fields that every log line written for a request, or for a job, has. Their names are the same
 * in every program and don't change; {@code docs/operations.md} lists them.
 */
public final class LogFields {
  /** The program that wrote the line. */
  static final String SERVICE = "service";

  /** The id of the request, as its answer shows it. */
  public static final String REQUEST_ID = "request_id";

  /** The id of the trace, where the request belongs to one. */
  public static final String TRACE_ID = "trace_id";

  /** The span of this service in the trace. */
  public static final String SPAN_ID = "span_id";

  /** Who is calling, where that is known. */
  public static final String USER_ID = "user_id";

  /** What a judge works on. */
  public static final String JOB = "job";

  private LogFields() {}

  /** Ends them for this thread, which may serve others afterwards. */
  public static void clear() {
    MDC.remove(REQUEST_ID);
    MDC.remove(TRACE_ID);
    MDC.remove(SPAN_ID);
    MDC.remove(USER_ID);
    MDC.remove(JOB);
  }
}
