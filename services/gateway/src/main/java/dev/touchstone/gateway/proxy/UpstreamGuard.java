package dev.touchstone.gateway.proxy;

import dev.touchstone.gateway.routing.Upstream;
import dev.touchstone.platform.http.ProblemException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a service that is overloaded or away from being asked even more, and its callers from
 * waiting for nothing. Only requests without any answer count against a service: one that answers
 * 503 knows best for itself. Thread-safe.
 */
final class UpstreamGuard {
  private static final Logger log = LoggerFactory.getLogger(UpstreamGuard.class);

  /** How many of the last requests are looked at. */
  private static final int WINDOW = 20;

  /** Fewer say nothing. */
  private static final int FEWEST = 10;

  /** Requests that try whether the service answers again. */
  private static final int TRIALS = 3;

  private final CircuitBreaker breaker;
  private final Semaphore places;
  private final String pauseSeconds;

  UpstreamGuard(Upstream upstream, UpstreamLimits limits) {
    this.places = new Semaphore(limits.concurrency());
    this.pauseSeconds = Long.toString(Math.max(1, limits.pause().toSeconds()));
    this.breaker =
        CircuitBreaker.of(
            upstream.name(),
            CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(FEWEST)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .waitDurationInOpenState(limits.pause())
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(event ->
            log.warn(
                "Requests to {}: {} after {}",
                upstream,
                event.getStateTransition().getToState(),
                event.getStateTransition().getFromState()));
  }

  /**
   * Lets a request through.
   *
   * @throws ProblemException 503 {@code unavailable} with {@code Retry-After}
   */
  Passage enter() {
    if (!places.tryAcquire()) {
      throw unavailable("A service that this request needs is overloaded. Try again soon.");
    }
    if (!breaker.tryAcquirePermission()) {
      places.release();
      throw unavailable("A service that this request needs is unavailable. Try again soon.");
    }
    return new Passage();
  }

  private ProblemException unavailable(String detail) {
    return ProblemException.unavailable(detail).withHeader("Retry-After", pauseSeconds);
  }

  /** One request, until its answer begins. The first end counts. */
  final class Passage {
    private final long begun = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();

    /** The service answered. */
    void answered() {
      if (end()) {
        breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
      }
    }

    /**
     * The request ended without an answer.
     *
     * @param faultOfService whether this says something about the service
     * @return whether no byte of an answer had come
     */
    boolean failed(Throwable failure, boolean faultOfService) {
      if (!end()) {
        return false;
      }
      if (faultOfService) {
        breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, failure);
      } else {
        breaker.releasePermission();
      }
      return true;
    }

    private boolean end() {
      boolean first = ended.compareAndSet(false, true);
      if (first) {
        places.release();
      }
      return first;
    }
  }
}
