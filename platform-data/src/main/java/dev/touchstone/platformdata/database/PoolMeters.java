package dev.touchstone.platformdata.database;

import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToIntFunction;

/** The meters of the pool in use, whichever it is after a switch. */
final class PoolMeters {
  private static final String CONNECTIONS = "database.connections";

  private PoolMeters() {}

  static void bind(MeterRegistry registry, SwitchableConnections connections) {
    state(registry, connections, "in_use", HikariPoolMXBean::getActiveConnections);
    state(registry, connections, "idle", HikariPoolMXBean::getIdleConnections);
    Gauge.builder(
            "database.connections.awaited",
            connections,
            it -> it.current().pool().getThreadsAwaitingConnection())
        .description("Requests that wait for a connection of the pool.")
        .register(registry);
    Gauge.builder("database.connections.most", connections, it -> it.current().size())
        .description("The size of the pool.")
        .register(registry);
  }

  private static void state(
      MeterRegistry registry,
      SwitchableConnections connections,
      String state,
      ToIntFunction<HikariPoolMXBean> count) {
    Gauge.builder(CONNECTIONS, connections, it -> count.applyAsInt(it.current().pool()))
        .description("Connections of the pool.")
        .tag("state", state)
        .register(registry);
  }
}
