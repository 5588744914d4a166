package dev.touchstone.operations.migrate;

import dev.touchstone.operations.migrate.Pair.Stage;
import dev.touchstone.operations.migrate.Replication.Beginning;
import dev.touchstone.platform.config.Secret;
import java.util.List;
import java.util.function.Consumer;

/** Begins the replication of a database to the target, or completes what an earlier run began. */
final class Start {
  private Start() {}

  static void run(Pair pair, Consumer<String> progress) {
    Stage stage = pair.stage();
    if (stage == Stage.MOVED || stage == Stage.FINISHED) {
      progress.accept(pair.database() + ": was moved before");
      return;
    }
    TargetSchema.make(pair);
    Replication.prepareSchema(pair.source());
    List<Table> tables = pair.tables();
    Fence.build(pair.source(), false);
    Fence.build(pair.target(), true);
    Secret password = Replication.newPassword();
    pair.forward().publish(tables, password);
    pair.forward().subscribe(Beginning.COPY, password);
    pair.forward().enable(); // a cutover that was killed leaves it disabled
    progress.accept("%s: %d tables are replicated".formatted(pair.database(), tables.size()));
  }
}
