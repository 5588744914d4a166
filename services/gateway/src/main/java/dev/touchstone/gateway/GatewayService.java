package dev.touchstone.gateway;

import dev.touchstone.gateway.access.ApiTokenExchange;
import dev.touchstone.gateway.access.OriginCheckHandler;
import dev.touchstone.gateway.access.TokenCheckHandler;
import dev.touchstone.gateway.cache.ChangeFeed;
import dev.touchstone.gateway.cache.ResponseCacheHandler;
import dev.touchstone.gateway.edge.EdgeHandler;
import dev.touchstone.gateway.edge.FramingHandler;
import dev.touchstone.gateway.edge.ObservingHandler;
import dev.touchstone.gateway.limit.AddressLimitHandler;
import dev.touchstone.gateway.limit.BodyLimitHandler;
import dev.touchstone.gateway.limit.RateLimits;
import dev.touchstone.gateway.limit.StreamLimitHandler;
import dev.touchstone.gateway.limit.UploadLimitHandler;
import dev.touchstone.gateway.limit.UserLimitHandler;
import dev.touchstone.gateway.proxy.UpstreamHandler;
import dev.touchstone.gateway.routing.Destination;
import dev.touchstone.gateway.routing.Destination.Local;
import dev.touchstone.gateway.routing.DestinationHandler;
import dev.touchstone.gateway.routing.RouteFinder;
import dev.touchstone.gateway.routing.Routes;
import dev.touchstone.gateway.routing.Upstream;
import dev.touchstone.gateway.web.WebApplicationHandler;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.http.Readiness;
import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.platform.security.RevocationFeed;
import dev.touchstone.platform.security.TokenVerifier;
import dev.touchstone.platform.telemetry.Logging;
import dev.touchstone.platform.telemetry.Metrics;
import dev.touchstone.platform.tracing.Tracing;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway, which receives all requests from outside: it finds their routes, checks tokens,
 * limits rates and sizes, compresses answers, and serves the web application.
 */
public final class GatewayService implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(GatewayService.class);
  private static final String NAME = "gateway";

  /** Bytes per second below which sending a body counts as an attack. */
  private static final long SLOWEST_BODY = 128;

  /** How long a request with an API token may hold a thread. */
  private static final Duration EXCHANGE_TIMEOUT = Duration.ofSeconds(3);

  /** In bytes: forms, sign-ins, most submissions. */
  private static final int SMALL_BODY = 64 * 1024;

  /** How long the answer to a question of our own may take. */
  private static final Duration FEED_TIMEOUT = Duration.ofSeconds(2);

  private final Deque<AutoCloseable> parts;
  private final GatewayServer server;

  private GatewayService(Deque<AutoCloseable> parts, GatewayServer server) {
    this.parts = parts;
    this.server = server;
  }

  /** Starts the gateway in a process of its own. */
  public static void main(String[] arguments) {
    Logging.start(NAME);
    try {
      Environment environment = Environment.system();
      GatewayConfiguration configuration = GatewayConfiguration.from(environment);
      environment.finish();
      GatewayService service = start(configuration, services(configuration));
      Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
    } catch (ConfigurationException e) {
      e.faults().forEach(System.err::println);
      System.exit(2);
    }
  }

  /** The checks of the services behind a gateway that has a process of its own. */
  static List<Readiness> services(GatewayConfiguration configuration) {
    return Arrays.stream(Upstream.values())
        .map(upstream ->
            ServiceReadiness.of(
                upstream.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                configuration.service(upstream),
                configuration.internalToken()))
        .toList();
  }

  /**
   * Starts the gateway. The services behind it need not be there yet.
   *
   * @param checks what {@code /ready} reports
   * @throws ConfigurationException if a port is taken
   */
  public static GatewayService start(GatewayConfiguration configuration, List<Readiness> checks) {
    return start(configuration, checks, System.getenv());
  }

  /** The same with the variables that say whether and where traces are sent. */
  static GatewayService start(
      GatewayConfiguration configuration, List<Readiness> checks, Map<String, String> environment) {
    URI userManagement = configuration.service(Upstream.USER_MANAGEMENT);
    Deque<AutoCloseable> parts = new ArrayDeque<>();
    try {
      RevocationFeed revocations =
          opened(
              parts,
              RevocationFeed.start(
                  new ServiceClient(userManagement, configuration.internalToken())));
      TokenVerifier verifier = TokenVerifier.remote(userManagement, revocations);
      Metrics metrics = Metrics.of(NAME);
      Tracing tracing = opened(parts, Tracing.start(NAME, environment));
      ReadinessChecks readiness = new ReadinessChecks(checks);
      return new GatewayService(
          parts,
          GatewayServer.start(
              configuration,
              metrics.registry(),
              publicHandlers(configuration, verifier, metrics, tracing, readiness, parts),
              adminHandlers(metrics, readiness)));
    } catch (RuntimeException e) {
      close(parts);
      throw e;
    }
  }

  /** The main port in use. */
  public int port() {
    return server.port();
  }

  /** The admin port in use. */
  public int adminPort() {
    return server.adminPort();
  }

  @Override
  public void close() {
    server.close();
    close(parts);
  }

  /** Built from the inside out; a request passes them from the outside in. */
  private static Handler publicHandlers(
      GatewayConfiguration configuration,
      TokenVerifier verifier,
      Metrics metrics,
      Tracing tracing,
      ReadinessChecks readiness,
      Deque<AutoCloseable> parts) {
    Map<Destination, Handler> destinations = new HashMap<>();
    destinations.put(Local.HEALTH, HealthHandler.health());
    destinations.put(Local.READINESS, HealthHandler.readiness(readiness));
    configuration
        .webRoot()
        .ifPresent(root -> destinations.put(Local.WEB, new WebApplicationHandler(root)));
    Handler services = serviceHandlers(configuration, verifier);
    for (Upstream upstream : Upstream.values()) {
      destinations.put(upstream, services);
    }
    Handler compression = Compressions.around(new DestinationHandler(destinations));
    Handler cache = cache(configuration, metrics, parts, compression);
    Handler addressLimit = new AddressLimitHandler(configuration.limits(), cache);
    Handler routing = new RouteFinder(Routes.PUBLIC, addressLimit);
    Handler framing = new FramingHandler(routing);
    Handler edge = new EdgeHandler(configuration.trustedProxies(), framing);
    return new ObservingHandler(metrics.registry(), tracing, configuration.trustsTraces(), edge);
  }

  private static Handler serviceHandlers(
      GatewayConfiguration configuration, TokenVerifier verifier) {
    RateLimits limits = configuration.limits();
    Handler upstream = new UpstreamHandler(configuration.services(), configuration.upstream());
    // Slow bodies must not hold places at a service; larger ones come from people we know.
    Handler smallBodies =
        new EagerContentHandler(
            upstream, new EagerContentHandler.RetainedContentLoaderFactory(SMALL_BODY, 0, false));
    Handler uploadLimit = new UploadLimitHandler(SMALL_BODY, smallBodies);
    Handler streamLimit = new StreamLimitHandler(limits, uploadLimit);
    Handler userLimit = new UserLimitHandler(limits, streamLimit);
    ApiTokenExchange exchange =
        new ApiTokenExchange(
            new ServiceClient(
                configuration.service(Upstream.USER_MANAGEMENT),
                configuration.internalToken(),
                EXCHANGE_TIMEOUT));
    Handler tokenCheck = new TokenCheckHandler(verifier, exchange, userLimit);
    Handler originCheck = new OriginCheckHandler(tokenCheck);
    Handler bodyLimit = new BodyLimitHandler(originCheck);
    return new MinimumDataRateHandler(bodyLimit, SLOWEST_BODY, 0);
  }

  private static Handler cache(
      GatewayConfiguration configuration,
      Metrics metrics,
      Deque<AutoCloseable> parts,
      Handler next) {
    if (configuration.cache().bytes() == 0) {
      return next;
    }
    ServiceClient exercises =
        new ServiceClient(
            configuration.service(Upstream.EXERCISES), configuration.internalToken(), FEED_TIMEOUT);
    return ResponseCacheHandler.around(
        next,
        configuration.cache(),
        changed -> opened(parts, ChangeFeed.start(exercises, changed)),
        Compressions.encodings(),
        metrics.registry());
  }

  /** Keeps a part to close it later. */
  private static <T extends AutoCloseable> T opened(Deque<AutoCloseable> parts, T part) {
    parts.push(part);
    return part;
  }

  private static void close(Deque<AutoCloseable> parts) {
    for (AutoCloseable part : parts) {
      try {
        part.close();
      } catch (Exception e) { // the others are to be closed all the same
        log.warn("A component did not close cleanly", e);
      }
    }
  }

  private static Handler adminHandlers(Metrics metrics, ReadinessChecks readiness) {
    return new RouteFinder(
        Routes.ADMIN,
        new DestinationHandler(
            Map.of(
                Local.HEALTH, HealthHandler.health(),
                Local.READINESS, HealthHandler.readiness(readiness),
                Local.METRICS, new MetricsHandler(metrics))));
  }
}
