package dev.touchstone.platform.telemetry;

import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What a log line reports, for the programs that read it: the message may be reworded, the code may
 * not. Each constant is what a metric filter in {@code infrastructure/roots/observability} counts;
 * {@code MetricFiltersTest} checks that both agree.
 */
public enum EventCode {
  /** A request was answered. */
  HTTP_REQUEST("http.request"),
  /** A judge did not report on its work in time; another one gets it. */
  LEASE_EXPIRED("lease.expired"),
  /** Every attempt to judge something failed; an administrator must look at it. */
  JUDGING_GIVEN_UP("judging.given_up");

  /** The field of a log line that contains the code. */
  static final String FIELD = "event";

  private final String code;

  EventCode(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  /** A line with this code. */
  public LoggingEventBuilder at(Level level, Logger log) {
    return log.atLevel(level).addKeyValue(FIELD, code);
  }
}
