package dev.touchstone.operations.migrate;

import dev.touchstone.operations.process.OperationFailed;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * The processes of the service that uses a database. Immutable.
 *
 * @param settings of the database on each side, by the side's name, as a process gets them
 */
record Service(List<ServiceProcess> processes, Map<String, Map<String, String>> settings) {
  /** Holds all; returns when none has an open transaction. */
  void hold(Duration deadline) {
    each(process -> process.hold(deadline));
  }

  /** Connects all to a side, which they don't use yet. */
  void prepare(Side side, Duration deadline) {
    each(process -> process.prepare(settingsOf(side), deadline));
  }

  void resume() {
    each(ServiceProcess::resume);
  }

  /** Lets all go on with the database that they used, as far as they can be reached. */
  void cancel() {
    each(process -> {
      try {
        process.cancel();
      } catch (OperationFailed e) {
        // it goes on by itself at the deadline
      }
    });
  }

  /** Whether a process uses a side. */
  boolean uses(ServiceProcess process, Side side) {
    return process.database().equals(shown(side));
  }

  /** Moves each process to the side, unless it is there. */
  void moveTo(Side side, Duration deadline) {
    each(process -> moveTo(process, side, deadline));
  }

  /**
   * A hold of an earlier run is used, so that nobody writes where the process no longer belongs.
   */
  private void moveTo(ServiceProcess process, Side side, Duration deadline) {
    JsonNode status = process.status();
    if (status.path("database").asString("").equals(shown(side))) {
      return;
    }
    String state = status.path("state").asString("");
    if (state.equals("prepared") && status.path("next").asString("").equals(shown(side))) {
      process.resume();
      return;
    }
    if (!state.equals("held")) {
      process.cancel();
      process.hold(deadline);
    }
    process.prepare(settingsOf(side), deadline);
    process.resume();
  }

  /** Checks that all respond and use the side. */
  void requireAt(Side side) {
    for (ServiceProcess process : processes) {
      if (!uses(process, side)) {
        throw new OperationFailed(
            "The service at %s uses %s, but the settings of the %s name %s. Correct them or the list of processes."
                .formatted(process.admin(), process.database(), side.name(), shown(side)));
      }
    }
  }

  private Map<String, String> settingsOf(Side side) {
    return settings.getOrDefault(side.name(), Map.of());
  }

  /** As a process shows it. */
  private String shown(Side side) {
    URI url = URI.create(settingsOf(side).getOrDefault("DATABASE_URL", ""));
    int port = url.getPort() < 0 ? 5432 : url.getPort();
    return url.getHost() + ":" + port + url.getPath();
  }

  private void each(Consumer<ServiceProcess> call) {
    try (Parallel parallel = new Parallel()) {
      processes.stream()
          .map(process ->
              parallel.start(() -> {
                call.accept(process);
                return true;
              }))
          .toList()
          .forEach(ended -> {
            var _ = ended.get();
          });
    }
  }
}
