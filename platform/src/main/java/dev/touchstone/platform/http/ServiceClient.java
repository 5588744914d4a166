package dev.touchstone.platform.http;

import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.tracing.CallSpan;
import dev.touchstone.platform.tracing.TraceContext;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webclient.api.HttpClientRequest;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.WebClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Calls another service of the platform with JSON, and passes the request id and the trace on.
 * Thread-safe; each call blocks its (virtual) thread.
 *
 * <p>Connections are kept between calls. Helidon's client watches an idle one for as long as an
 * answer may take, and a call that takes the connection as the watch ends fails at once, although
 * the service is well (helidon-io/helidon#10861). So does a call on a connection that the service
 * has just closed. What does no harm the second time is therefore repeated on a new connection.
 */
public final class ServiceClient {
  private static final Logger log = LoggerFactory.getLogger(ServiceClient.class);

  private static final HeaderName TRACE = HeaderNames.create(TraceContext.HEADER);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  /** The largest JSON response that is read, in bytes. */
  private static final int LARGEST_ANSWER = 16 * 1024 * 1024;

  /**
   * The codes of a 429 that is about our calls; a proxy in between sends none. Any other code is
   * about the person for whom we call, who has to know.
   */
  private static final Set<String> TOO_FAST = Set.of("", "rate_limited");

  private final WebClient client;
  private final URI service;
  private final Secret token;
  private final Duration readTimeout;

  /** Calls with a time-out of ten seconds; see {@link #ServiceClient(URI, Secret, Duration)}. */
  public ServiceClient(URI service, Secret token) {
    this(service, token, Duration.ofSeconds(10));
  }

  /**
   * Connects at the first call.
   *
   * @param service the base address, without a slash at its end
   * @param token sent as bearer token
   * @param readTimeout how long the service may be silent before the call fails
   */
  public ServiceClient(URI service, Secret token, Duration readTimeout) {
    this.client =
        WebClient.builder()
            .connectTimeout(CONNECT_TIMEOUT)
            .readTimeout(readTimeout)
            .socketOptions(socket -> socket.tcpNoDelay(true))
            .shareConnectionCache(false)
            .build();
    this.service = service;
    this.token = token;
    this.readTimeout = readTimeout;
  }

  /** The service is unreachable or overloaded, or its response is invalid. Try again later. */
  public static final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The service refused the call; its problem document gives the reason. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    Refused(int status, String code) {
      super(status + " " + code);
      this.status = status;
      this.code = code;
    }

    /** The HTTP status, 400 to 499. */
    public int status() {
      return status;
    }

    /** The stable code of the problem document, empty if there was none. */
    public String code() {
      return code;
    }
  }

  /** Gets a record; empty on 404. */
  public <T> Optional<T> find(String path, Class<T> type) {
    try {
      return exchange(
          "GET",
          path,
          type,
          span -> repeatable(() -> request(Method.GET, path, span), HttpClientRequest::request));
    } catch (Refused e) {
      if (e.status() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Posts a record and reads the response; empty on 204. */
  public <T> Optional<T> post(String path, Object body, Class<T> type) {
    return exchange("POST", path, type, span -> submit(request(Method.POST, path, span), body));
  }

  /** The same for what may reach the service twice without harm. */
  public <T> Optional<T> ask(String path, Object body, Class<T> type) {
    return exchange(
        "POST",
        path,
        type,
        span ->
            repeatable(() -> request(Method.POST, path, span), request -> submit(request, body)));
  }

  /** Posts a record and reads nothing. */
  public void post(String path, Object body) {
    post(path, body, Object.class);
  }

  /** Copies a body of any size to a stream; false on 404. */
  public boolean download(String path, OutputStream target) {
    CallSpan span = CallSpan.start("GET", service);
    try (HttpClientResponse response =
        repeatable(() -> request(Method.GET, path, span), HttpClientRequest::request)) {
      span.answered(response.status().code());
      if (response.status().code() == 404) {
        response.entity().consume();
        return false;
      }
      requireSuccess(response);
      try (InputStream body = response.inputStream()) {
        body.transferTo(target);
      }
      return true;
    } catch (Refused | Unavailable e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      span.failed(e);
      throw unreachable(path, e);
    }
  }

  private <T> Optional<T> exchange(
      String method, String path, Class<T> type, Function<CallSpan, HttpClientResponse> send) {
    CallSpan span = CallSpan.start(method, service);
    try (HttpClientResponse response = send.apply(span)) {
      span.answered(response.status().code());
      requireSuccess(response);
      byte[] answer = readAll(response);
      return answer.length == 0
          ? Optional.empty()
          : Optional.of(Json.TOLERANT.readValue(answer, type));
    } catch (Refused | Unavailable e) {
      throw e;
    } catch (JacksonException e) {
      throw new Unavailable("The response to " + path + " is not valid.", e);
    } catch (RuntimeException e) { // the client has no common type for failures of the network
      span.failed(e);
      throw unreachable(path, e);
    }
  }

  private static HttpClientResponse submit(HttpClientRequest request, Object body) {
    return request
        .header(HeaderNames.CONTENT_TYPE, "application/json")
        .submit(Json.MAPPER.writeValueAsBytes(body));
  }

  /** Sends a request once more if it failed before the service had its time to answer. */
  private HttpClientResponse repeatable(
      Supplier<HttpClientRequest> request, Function<HttpClientRequest, HttpClientResponse> send) {
    long begun = System.nanoTime();
    try {
      return send.apply(request.get());
    } catch (RuntimeException e) { // the client has no common type for failures of the network
      if (System.nanoTime() - begun >= readTimeout.toNanos()) {
        throw e;
      }
      log.debug("A request to {} is repeated on a new connection", service, e);
      return send.apply(request.get().keepAlive(false));
    }
  }

  private HttpClientRequest request(Method method, String path, CallSpan span) {
    HttpClientRequest request =
        client
            .method(method)
            // As a string it would be encoded, including the question mark before a query.
            .uri(URI.create(service + path))
            .header(HeaderNames.AUTHORIZATION, "Bearer " + token.reveal());
    RequestId.current().ifPresent(id -> request.header(RequestId.HEADER, id));
    span.traceparent().ifPresent(place -> request.header(TRACE, place));
    return request;
  }

  private static void requireSuccess(HttpClientResponse response) {
    int status = response.status().code();
    if (status < 400) {
      return;
    }
    byte[] body = readAll(response); // must be read, or the connection can't be used again
    String code = status < 500 ? problemCode(body) : "";
    if (status >= 500 || (status == 429 && TOO_FAST.contains(code))) {
      throw new Unavailable("The service responded with status " + status + ".", null);
    }
    throw new Refused(status, code);
  }

  private static String problemCode(byte[] body) {
    try {
      return Json.TOLERANT.readValue(body, Problem.class).code();
    } catch (JacksonException e) {
      return "";
    }
  }

  private static byte[] readAll(HttpClientResponse response) {
    if (!response.entity().hasEntity()) {
      return new byte[0];
    }
    try (InputStream body = response.inputStream()) {
      byte[] bytes = body.readNBytes(LARGEST_ANSWER + 1);
      if (bytes.length > LARGEST_ANSWER) {
        throw new Unavailable("The response is larger than " + LARGEST_ANSWER + " bytes.", null);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Unavailable unreachable(String path, Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new Unavailable("The request to " + path + " failed: " + cause, e);
  }
}
