package dev.touchstone.platform.http;

import dev.touchstone.platform.telemetry.LogFields;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/** The id that follows a request through every hop and log line ({@code X-Request-Id}). */
public final class RequestId {
  /** The header that carries it. */
  public static final HeaderName HEADER = HeaderNames.create("X-Request-Id");

  /** Ids accepted from a caller: short, and harmless in a log line. */
  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private RequestId() {}

  /** Returns the id of the request that this thread serves. */
  public static Optional<String> current() {
    return Optional.ofNullable(MDC.get(LogFields.REQUEST_ID));
  }

  /** Returns the caller's id if it is well-formed, otherwise a new one. */
  public static String acceptOrCreate(Optional<String> offered) {
    return offered
        .filter(id -> ACCEPTED.matcher(id).matches())
        .orElseGet(() -> UUID.randomUUID().toString());
  }
}
