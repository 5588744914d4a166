package dev.touchstone.platform.telemetry;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The log line of an HTTP request. Its fields are the same in every program, because CloudWatch's
 * metrics are made of them: renaming one breaks the filters in {@code
 * infrastructure/roots/observability}. Thread-safe.
 */
public final class AccessLog {
  private static final Logger log = LoggerFactory.getLogger("access");

  /** What kind of response it is, which decides how long it may take. */
  public enum Kind {
    /** Answered at once. */
    REQUEST,
    /** Waits until there is something to answer, or for as long as the caller asked. */
    LONG_POLL,
    /** Server-sent events: lasts until the server closes the stream or the client disconnects. */
    STREAM;

    /** Recognises a stream by the media type of its response. */
    public static Kind ofResponse(@Nullable String contentType) {
      return contentType != null && contentType.startsWith("text/event-stream") ? STREAM : REQUEST;
    }
  }

  /** Starts a line; the caller may add fields before logging it. */
  public LoggingEventBuilder line(
      Level level, Kind kind, String method, String path, int status, long nanos) {
    return log.atLevel(level)
        .addKeyValue(EventCode.FIELD, EventCode.HTTP_REQUEST.code())
        .addKeyValue("kind", kind.name().toLowerCase(Locale.ROOT))
        .addKeyValue("method", method)
        .addKeyValue("path", path)
        .addKeyValue("status", status)
        .addKeyValue("duration_ms", TimeUnit.NANOSECONDS.toMillis(nanos))
        .setMessage("{} {} {}")
        .addArgument(method)
        .addArgument(path)
        .addArgument(status);
  }
}
