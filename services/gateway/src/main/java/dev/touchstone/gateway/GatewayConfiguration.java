package dev.touchstone.gateway;

import dev.touchstone.gateway.cache.CacheLimits;
import dev.touchstone.gateway.door.DoorLimits;
import dev.touchstone.gateway.edge.TrustedProxies;
import dev.touchstone.gateway.limit.RateLimits;
import dev.touchstone.gateway.proxy.UpstreamLimits;
import dev.touchstone.gateway.routing.Upstream;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.ServiceServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration of the gateway.
 *
 * @param adminHost where the admin port listens
 * @param services where the services are
 * @param internalToken identifies us to user management, whose list of ended sessions we follow
 * @param webRoot the files of the web application, empty if they are served elsewhere
 * @param trustsTraces whether a request may continue the trace that its caller names
 * @param door who may hold a connection
 * @param cache what may be kept of responses
 * @param upstream the limits of what goes to a service
 */
public record GatewayConfiguration(
    ServiceServer.Address address,
    String adminHost,
    Map<Upstream, URI> services,
    Secret internalToken,
    Optional<Path> webRoot,
    TrustedProxies trustedProxies,
    boolean trustsTraces,
    DoorLimits door,
    RateLimits limits,
    CacheLimits cache,
    UpstreamLimits upstream) {
  private static final int PORT = 8080;
  private static final int ADMIN_PORT = 9080;

  /** Reads the settings that {@code services/gateway/README.md} lists. */
  public static GatewayConfiguration from(Environment environment) {
    String host = environment.text("TOUCHSTONE_HOST", "0.0.0.0");
    return new GatewayConfiguration(
        new ServiceServer.Address(
            host,
            environment.integer("TOUCHSTONE_PORT", PORT, 0, 65_535),
            environment.integer("TOUCHSTONE_ADMIN_PORT", ADMIN_PORT, 0, 65_535)),
        environment.text("TOUCHSTONE_ADMIN_HOST", host),
        Map.of(
            Upstream.USER_MANAGEMENT, environment.uri("TOUCHSTONE_USER_MANAGEMENT_URL"),
            Upstream.EXERCISES, environment.uri("TOUCHSTONE_EXERCISES_URL"),
            Upstream.SCORES, environment.uri("TOUCHSTONE_SCORES_URL")),
        environment.secret("TOUCHSTONE_INTERNAL_TOKEN"),
        webRoot(environment),
        trustedProxies(environment),
        environment.flag("TOUCHSTONE_TRUST_TRACEPARENT", false),
        DoorLimits.from(environment),
        RateLimits.from(environment),
        CacheLimits.from(environment),
        UpstreamLimits.from(environment));
  }

  /** Where a service is. */
  URI service(Upstream upstream) {
    return Optional.ofNullable(services.get(upstream)).orElseThrow();
  }

  private static Optional<Path> webRoot(Environment environment) {
    Optional<Path> root = environment.optionalPath("TOUCHSTONE_WEB_ROOT");
    if (root.isPresent() && !Files.isRegularFile(root.get().resolve("index.html"))) {
      environment.fault("TOUCHSTONE_WEB_ROOT names a folder without an index.html: " + root.get());
    }
    return root;
  }

  private static TrustedProxies trustedProxies(Environment environment) {
    List<String> patterns =
        Arrays.stream(environment.text("TOUCHSTONE_TRUSTED_PROXIES", "").split(","))
            .map(String::strip)
            .filter(pattern -> !pattern.isEmpty())
            .toList();
    try {
      return new TrustedProxies(patterns);
    } catch (IllegalArgumentException e) {
      environment.fault(
          "TOUCHSTONE_TRUSTED_PROXIES is not a list of addresses or ranges such as 10.0.0.0/16.");
      return new TrustedProxies(List.of());
    }
  }
}
