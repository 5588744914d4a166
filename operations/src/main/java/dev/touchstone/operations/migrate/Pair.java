package dev.touchstone.operations.migrate;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A database on both servers, and the service that uses it. Immutable.
 *
 * @param migrations the folder of the service's migrations on the class path
 */
record Pair(String database, String migrations, Side source, Side target, Service service) {
  /** The replication that brings the rows to the target. */
  Replication forward() {
    return new Replication(source, target);
  }

  /** The replication that keeps the source up to date after the switch. */
  Replication back() {
    return new Replication(target, source);
  }

  List<Table> tables() {
    try (Handle handle = source.open()) {
      return Table.of(handle);
    }
  }

  /** How far it is; the databases themselves say so. */
  enum Stage {
    NOT_STARTED,
    COPYING,
    FOLLOWING,
    MOVED,
    FINISHED
  }

  Stage stage() {
    if (Fence.state(source) == Fence.State.CLOSED) {
      return back().exists() ? Stage.MOVED : Stage.FINISHED;
    }
    if (!forward().exists()) {
      return Stage.NOT_STARTED;
    }
    return forward().missingTables() > 0 ? Stage.COPYING : Stage.FOLLOWING;
  }
}
