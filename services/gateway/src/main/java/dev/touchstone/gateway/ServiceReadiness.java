package dev.touchstone.gateway;

import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.Readiness;
import dev.touchstone.platform.http.ServiceClient;
import java.net.URI;
import java.time.Duration;

/**
 * Whether a service is ready enough to send it traffic: it says so itself, or did a moment ago. A
 * service that is being replaced must not take everything else away from people. Thread-safe.
 */
final class ServiceReadiness {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** A restart takes no longer; whoever asks for our readiness has patience of their own. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ServiceClient client;
  private volatile boolean seen;
  private volatile long seenNanos;

  private ServiceReadiness(ServiceClient client) {
    this.client = client;
  }

  /** The check of a service. */
  static Readiness of(String name, URI service, Secret internalToken) {
    ServiceReadiness readiness =
        new ServiceReadiness(new ServiceClient(service, internalToken, TIMEOUT));
    return new Readiness(name, readiness::check);
  }

  private void check() {
    try {
      var _ = client.find("/ready", Object.class).orElseThrow();
      seen = true;
      seenNanos = System.nanoTime();
    } catch (RuntimeException e) { // of any kind: it is not ready now
      if (!seen || System.nanoTime() - seenNanos > PATIENCE.toNanos()) {
        throw e;
      }
    }
  }
}
