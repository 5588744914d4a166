package dev.touchstone.operations.migrate;

import dev.touchstone.operations.migrate.Pair.Stage;
import dev.touchstone.operations.process.OperationFailed;
import java.util.function.Consumer;

/** Ends the replication of a database; there is no way back afterwards. */
final class Finish {
  private Finish() {}

  /**
   * Removes subscriptions, slots, publications and their roles.
   *
   * @param abandon whether a migration that was not completed may end here, with the source in use
   */
  static void run(Pair pair, boolean abandon, Consumer<String> progress) {
    Stage stage = pair.stage();
    boolean moved = stage == Stage.MOVED || stage == Stage.FINISHED;
    requireDecision(pair, moved, abandon);
    Side used = moved ? pair.target() : pair.source();
    Side unused = moved ? pair.source() : pair.target();
    pair.service().requireAt(used);
    pair.forward().remove();
    pair.back().remove();
    pair.forward().unpublish();
    pair.back().unpublish();
    Fence.remove(used);
    used.useAsOwner(
        handle -> handle.execute("DROP SCHEMA IF EXISTS %s CASCADE".formatted(Replication.NAME)));
    progress.accept(
        "%s: finished; the %s is in use, and the %s keeps its rows and refuses writers"
            .formatted(pair.database(), used.name(), unused.name()));
  }

  private static void requireDecision(Pair pair, boolean moved, boolean abandon) {
    if (!moved && !abandon) {
      throw new OperationFailed(
          "The database %s was not moved. Run `migrate cutover` first, or give the migration up with --abandon."
              .formatted(pair.database()));
    }
    if (moved && abandon) {
      throw new OperationFailed(
          "The database %s was moved. Run `migrate rollback` first to give the migration up."
              .formatted(pair.database()));
    }
  }
}
