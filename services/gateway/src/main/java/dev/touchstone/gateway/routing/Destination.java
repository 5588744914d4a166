package dev.touchstone.gateway.routing;

/** Who answers the requests of a route. */
public sealed interface Destination permits Upstream, Destination.Local {
  /** The gateway itself. */
  enum Local implements Destination {
    /** The process runs. */
    HEALTH,
    /** The platform can answer. */
    READINESS,
    /** Metrics for Prometheus. */
    METRICS,
    /** The files of the web application. */
    WEB,
    /** No destination: 404. */
    NOWHERE
  }
}
