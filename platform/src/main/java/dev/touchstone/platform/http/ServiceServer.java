package dev.touchstone.platform.http;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.telemetry.Metrics;
import dev.touchstone.platform.tracing.Tracing;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server of a service: its endpoints, {@code /health} and {@code /ready} on the main port;
 * the same two and {@code /metrics} on the admin port, which is never routed from outside.
 *
 * <p>Each request runs on its own virtual thread; endpoints may block. Every failure becomes a
 * {@link Problem}. Thread-safe once started.
 */
public final class ServiceServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ServiceServer.class);
  private static final String ADMIN = "admin";

  /** Larger uploads are refused before they are read, in bytes; endpoints set lower limits. */
  private static final long LARGEST_UPLOAD = 256L * 1024 * 1024;

  /** How long requests in flight may take to end when the server stops. */
  private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(5);

  private final WebServer server;
  private final Tracing tracing;

  private ServiceServer(WebServer server, Tracing tracing) {
    this.server = server;
    this.tracing = tracing;
  }

  /**
   * Where to listen.
   *
   * @param host the address to bind, such as {@code 0.0.0.0} or {@code 127.0.0.1}
   * @param port the main port, 0 for any free one
   * @param adminPort the admin port, 0 for any free one
   */
  public record Address(String host, int port, int adminPort) {}

  /**
   * Starts the server.
   *
   * @param name the service's name in health responses and metrics
   * @param tracing closed with the server
   * @throws ConfigurationException if a port is taken
   */
  public static ServiceServer start(
      String name,
      Address address,
      Metrics metrics,
      Tracing tracing,
      List<Readiness> readiness,
      List<? extends HttpService> endpoints) {
    return start(name, address, metrics, tracing, readiness, endpoints, List.of());
  }

  /**
   * Starts the server with endpoints for the operator.
   *
   * @param adminEndpoints on the admin port
   */
  public static ServiceServer start(
      String name,
      Address address,
      Metrics metrics,
      Tracing tracing,
      List<Readiness> readiness,
      List<? extends HttpService> endpoints,
      List<? extends HttpService> adminEndpoints) {
    HealthEndpoints health = new HealthEndpoints(name, readiness);
    HttpRouting.Builder main = routing(metrics, tracing).register(health);
    endpoints.forEach(main::register);
    HttpRouting.Builder admin =
        routing(metrics, tracing).register(health).register(metrics.endpoints());
    adminEndpoints.forEach(admin::register);
    WebServer server =
        WebServer.builder()
            .host(address.host())
            .port(address.port())
            .shutdownHook(false)
            .shutdownGracePeriod(SHUTDOWN_GRACE)
            .maxPayloadSize(LARGEST_UPLOAD)
            .directHandlers(directHandlers())
            .connectionOptions(ServiceServer::withoutDelay)
            .routing(withNotFound(main))
            .putSocket(
                ADMIN,
                socket ->
                    socket
                        .host(address.host())
                        .port(address.adminPort())
                        .connectionOptions(ServiceServer::withoutDelay)
                        .routing(withNotFound(admin)))
            .build()
            .start();
    // Helidon logs a failure to bind and returns without an exception.
    if (!server.isRunning()) {
      throw new ConfigurationException(
          "The %s cannot listen on %s, ports %d and %d: one is in use by another program or not permitted. Choose another port."
              .formatted(name, address.host(), address.port(), address.adminPort()));
    }
    log.info(
        "{} listens on {}:{}, metrics on http://{}:{}/metrics",
        name,
        address.host(),
        server.port(),
        address.host(),
        server.port(ADMIN));
    return new ServiceServer(server, tracing);
  }

  /** The main port in use. */
  public int port() {
    return server.port();
  }

  /** The admin port in use. */
  public int adminPort() {
    return server.port(ADMIN);
  }

  /** Stops listening, then waits up to five seconds for requests in flight. */
  @Override
  public void close() {
    var _ = server.stop();
    tracing.close();
  }

  /**
   * Nagle's algorithm would hold the second packet of every long response back until the client
   * acknowledges the first, which takes 40 ms.
   */
  private static void withoutDelay(SocketOptions.Builder connection) {
    connection.tcpNoDelay(true);
  }

  private static HttpRouting.Builder routing(Metrics metrics, Tracing tracing) {
    return HttpRouting.builder()
        .addFilter(new RequestFilter(metrics.registry(), tracing))
        .error(Throwable.class, ProblemMapper::handle);
  }

  private static HttpRouting.Builder withNotFound(HttpRouting.Builder routing) {
    return routing.any((request, response) -> {
      throw ProblemMapper.notFound();
    });
  }

  /** Answers to what never reaches the routing, such as a malformed request line. */
  private static DirectHandlers directHandlers() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      handlers.addHandler(type, ServiceServer::directResponse);
    }
    return handlers.build();
  }

  private static DirectHandler.TransportResponse directResponse(
      DirectHandler.TransportRequest request,
      DirectHandler.EventType type,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    headers.set(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
    int code = status.code();
    ProblemException problem =
        ProblemException.of(
            code,
            code == 413 ? "payload_too_large" : code < 500 ? "bad_request" : "internal",
            "The request is malformed.");
    return DirectHandler.TransportResponse.builder()
        .status(status)
        .headers(headers)
        .entity(ProblemMapper.document(problem))
        .build();
  }
}
