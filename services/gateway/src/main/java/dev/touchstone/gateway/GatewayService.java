package dev.touchstone.gateway;

import dev.touchstone.gateway.access.ApiTokenExchange;
import dev.touchstone.gateway.access.OriginCheckHandler;
import dev.touchstone.gateway.access.TokenCheckHandler;
import dev.touchstone.gateway.edge.EdgeHandler;
import dev.touchstone.gateway.edge.FramingHandler;
import dev.touchstone.gateway.edge.ObservingHandler;
import dev.touchstone.gateway.limit.AddressLimitHandler;
import dev.touchstone.gateway.limit.BodyLimitHandler;
import dev.touchstone.gateway.limit.RateLimits;
import dev.touchstone.gateway.limit.StreamLimitHandler;
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
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;

/**
 * The gateway, which receives all requests from outside: it finds their routes, checks tokens,
 * limits rates and sizes, compresses answers, and serves the web application.
 */
public final class GatewayService implements AutoCloseable {
  /** Bytes per second below which sending a body counts as an attack. */
  private static final long SLOWEST_BODY = 128;

  /** How long a request with an API token may hold a thread. */
  private static final Duration EXCHANGE_TIMEOUT = Duration.ofSeconds(3);

  private final RevocationFeed revocations;
  private final GatewayServer server;

  private GatewayService(RevocationFeed revocations, GatewayServer server) {
    this.revocations = revocations;
    this.server = server;
  }

  /** Starts the gateway in a process of its own. */
  public static void main(String[] arguments) {
    Logging.start();
    try {
      Environment environment = Environment.system();
      GatewayConfiguration configuration = GatewayConfiguration.from(environment);
      environment.finish();
      GatewayService service = start(configuration);
      Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
    } catch (ConfigurationException e) {
      e.faults().forEach(System.err::println);
      System.exit(2);
    }
  }

  /**
   * Starts the gateway. The services behind it need not be there yet.
   *
   * @throws ConfigurationException if a port is taken
   */
  public static GatewayService start(GatewayConfiguration configuration) {
    return start(configuration, List.of());
  }

  /**
   * The same with checks that {@code /ready} reports, for where nothing probes the services
   * themselves.
   */
  public static GatewayService start(GatewayConfiguration configuration, List<Readiness> checks) {
    URI userManagement = configuration.service(Upstream.USER_MANAGEMENT);
    RevocationFeed revocations =
        RevocationFeed.start(new ServiceClient(userManagement, configuration.internalToken()));
    try {
      TokenVerifier verifier = TokenVerifier.remote(userManagement, revocations);
      Metrics metrics = Metrics.of("gateway");
      ReadinessChecks readiness = new ReadinessChecks(checks);
      return new GatewayService(
          revocations,
          GatewayServer.start(
              configuration,
              metrics.registry(),
              publicHandlers(configuration, verifier, metrics, readiness),
              adminHandlers(metrics, readiness)));
    } catch (RuntimeException e) {
      revocations.close();
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
    revocations.close();
  }

  /** Built from the inside out; a request passes them from the outside in. */
  private static Handler publicHandlers(
      GatewayConfiguration configuration,
      TokenVerifier verifier,
      Metrics metrics,
      ReadinessChecks readiness) {
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
    Handler routing = new RouteFinder(Routes.PUBLIC, compression);
    Handler framing = new FramingHandler(routing);
    Handler edge = new EdgeHandler(configuration.trustedProxies(), framing);
    return new ObservingHandler(metrics.registry(), edge);
  }

  private static Handler serviceHandlers(
      GatewayConfiguration configuration, TokenVerifier verifier) {
    RateLimits limits = configuration.limits();
    Handler upstream =
        new UpstreamHandler(configuration.services(), configuration.silence().toMillis());
    Handler streamLimit = new StreamLimitHandler(limits, upstream);
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
    Handler speedLimit = new MinimumDataRateHandler(bodyLimit, SLOWEST_BODY, 0);
    return new AddressLimitHandler(limits, speedLimit);
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
