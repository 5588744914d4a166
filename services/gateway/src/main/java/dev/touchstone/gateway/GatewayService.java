package dev.touchstone.gateway;

import dev.touchstone.gateway.access.TokenCheckHandler;
import dev.touchstone.gateway.edge.EdgeHandler;
import dev.touchstone.gateway.edge.ObservingHandler;
import dev.touchstone.gateway.limit.AddressLimitHandler;
import dev.touchstone.gateway.limit.BodyLimitHandler;
import dev.touchstone.gateway.limit.StreamLimitHandler;
import dev.touchstone.gateway.limit.UserLimitHandler;
import dev.touchstone.gateway.proxy.UpstreamHandler;
import dev.touchstone.gateway.routing.RoutingHandler;
import dev.touchstone.gateway.routing.Upstream;
import dev.touchstone.gateway.web.NoWebApplicationHandler;
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
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;

/**
 * The gateway: the only public door. It routes, checks tokens, limits rates and sizes, caches and
 * compresses answers, and serves the web application.
 */
public final class GatewayService implements AutoCloseable {
  /** Bytes per second below which sending a body counts as an attack. */
  private static final long SLOWEST_BODY = 128;

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
   * The same with checks that {@code /ready} shows, for where nobody asks the services themselves.
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
              configuration.address(),
              configuration.adminHost(),
              handlers(configuration, verifier, metrics, readiness),
              new HealthHandler(readiness, new AdminHandler(metrics))));
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

  /** The way of a request, from the outside in. */
  private static Handler handlers(
      GatewayConfiguration configuration,
      TokenVerifier verifier,
      Metrics metrics,
      ReadinessChecks readiness) {
    Handler upstream =
        new UpstreamHandler(configuration.services(), configuration.silence().toMillis());
    Handler streamLimit = new StreamLimitHandler(configuration.limits(), upstream);
    Handler userLimit = new UserLimitHandler(configuration.limits(), streamLimit);
    Handler tokenCheck = new TokenCheckHandler(verifier, userLimit);
    Handler bodyLimit = new BodyLimitHandler(tokenCheck);
    Handler speedLimit = new MinimumDataRateHandler(bodyLimit, SLOWEST_BODY, 0);
    Handler addressLimit = new AddressLimitHandler(configuration.limits(), speedLimit);
    Handler web =
        configuration
            .webRoot()
            .<Handler>map(WebApplicationHandler::new)
            .orElseGet(NoWebApplicationHandler::new);
    Handler routing = new RoutingHandler(addressLimit, web);
    Handler compression = Compressions.around(routing);
    Handler health = new HealthHandler(readiness, compression);
    Handler edge = new EdgeHandler(configuration.trustedProxies(), health);
    return new ObservingHandler(metrics.registry(), edge);
  }
}
