package dev.touchstone.gateway;

import dev.touchstone.gateway.door.DoorConnector;
import dev.touchstone.gateway.door.DoorHandler;
import dev.touchstone.gateway.problem.ProblemErrorHandler;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.http.ServiceServer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server of the gateway: a main port and an admin port. On platform threads, which Jetty's
 * asynchronous proxy is fastest with (measured; see the design).
 */
final class GatewayServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(GatewayServer.class);
  private static final int LARGEST_REQUEST_HEADERS = 16 * 1024;
  private static final int LARGEST_RESPONSE_HEADERS = 16 * 1024;

  /** More than the 15 s between heartbeats of server-sent events. */
  private static final long IDLE_MILLIS = 60_000;

  private static final long SHUTDOWN_GRACE_MILLIS = 5_000;

  private final Server server;
  private final ServerConnector main;
  private final Server admin;
  private final ServerConnector adminConnector;

  private GatewayServer(
      Server server, ServerConnector main, Server admin, ServerConnector adminConnector) {
    this.server = server;
    this.main = main;
    this.admin = admin;
    this.adminConnector = adminConnector;
  }

  static GatewayServer start(
      GatewayConfiguration configuration,
      MeterRegistry metrics,
      Handler handler,
      Handler adminHandler) {
    ServiceServer.Address address = configuration.address();
    String adminHost = configuration.adminHost();
    Server server = server("gateway", 200);
    bind(server, metrics);
    HttpConfiguration http = http();
    ServerConnector main =
        new DoorConnector(
            server,
            configuration.door(),
            configuration.trustedProxies(),
            metrics,
            new HttpConnectionFactory(http),
            new PriorKnowledgeFactory(http));
    listen(main, address.host(), address.port());
    server.setHandler(new GracefulHandler(new DoorHandler(handler)));
    server.setStopTimeout(SHUTDOWN_GRACE_MILLIS);
    Server admin = server("gateway-admin", 8);
    ServerConnector adminConnector = new ServerConnector(admin, new HttpConnectionFactory(http()));
    listen(adminConnector, adminHost, address.adminPort());
    admin.setHandler(adminHandler);
    GatewayServer started = new GatewayServer(server, main, admin, adminConnector);
    try {
      server.start();
      admin.start();
      log.info(
          "gateway listens on {}:{}, metrics on http://{}:{}/metrics",
          address.host(),
          started.port(),
          adminHost,
          started.adminPort());
      return started;
    } catch (IOException e) {
      started.close();
      throw new ConfigurationException(
          "The gateway cannot listen on %s, ports %d and %d: one is in use by another program or not permitted. Choose another port."
              .formatted(address.host(), address.port(), address.adminPort()));
    } catch (Exception e) {
      started.close();
      throw new IllegalStateException("The gateway did not start.", e);
    }
  }

  int port() {
    return main.getLocalPort();
  }

  int adminPort() {
    return adminConnector.getLocalPort();
  }

  /** Stops listening, then waits up to five seconds for requests in flight. */
  @Override
  public void close() {
    stop(server);
    stop(admin);
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The gateway did not stop.", e);
    }
  }

  private static Server server(String name, int threads) {
    QueuedThreadPool pool = new QueuedThreadPool(threads);
    pool.setName(name);
    Server server = new Server(pool);
    server.setErrorHandler(new ProblemErrorHandler());
    return server;
  }

  private static void bind(Server server, MeterRegistry metrics) {
    if (server.getThreadPool() instanceof QueuedThreadPool pool) {
      Gauge.builder("gateway.threads", pool, QueuedThreadPool::getBusyThreads)
          .description("Threads that serve requests.")
          .register(metrics);
      Gauge.builder("gateway.threads.most", pool, QueuedThreadPool::getMaxThreads)
          .description("The most threads that may serve requests.")
          .register(metrics);
      Gauge.builder("gateway.tasks.waiting", pool, QueuedThreadPool::getQueueSize)
          .description("Tasks that wait for a thread.")
          .register(metrics);
    }
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(LARGEST_REQUEST_HEADERS);
    http.setMaxResponseHeaderSize(LARGEST_RESPONSE_HEADERS);
    // Nothing that two programs could read in two ways, not even an LF without its CR.
    http.setHttpCompliance(HttpCompliance.STRICT);
    http.setUriCompliance(UriCompliance.DEFAULT);
    return http;
  }

  private static void listen(ServerConnector connector, String host, int port) {
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.getServer().addConnector(connector);
  }
}
