package dev.touchstone.operations.migrate;

import dev.touchstone.operations.migrate.Replication.Beginning;
import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.Secret;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Moves the service of one database from one side to the other, in either direction. The decisive
 * step is one commit on the side that is left: it closes the fence there. Before it, the service
 * goes on there whatever happens; from then on, only on the other side.
 */
class Move {
  /** What is done to move, in this order. */
  enum Step {
    HOLD,
    LOCK,
    COMPARE,
    TURN,
    OPEN,
    CLOSE,
    RESUME,
    FOLLOW
  }

  /** How long replication may take to catch up before the hold, and how fast it must be then. */
  private static final Duration CATCH_UP = Duration.ofMinutes(2);

  private static final Duration QUICK = Duration.ofSeconds(1);

  /** What must be left of the hold at the decisive step. */
  private static final Duration RESERVE = Duration.ofSeconds(2);

  private final Pair pair;
  private final Side from;
  private final Side to;

  /** Brings the rows to where we go. */
  private final Replication there;

  /** Keeps the side that we leave up to date. */
  private final Replication back;

  private final Service service;
  private final Duration deadline;
  private final Consumer<String> progress;

  Move(
      Pair pair,
      Replication there,
      Replication back,
      Duration deadline,
      Consumer<String> progress) {
    this.pair = pair;
    this.from = there.publisher();
    this.to = there.subscriber();
    this.there = there;
    this.back = back;
    this.service = pair.service();
    this.deadline = deadline;
    this.progress = line -> progress.accept(pair.database() + ": " + line);
  }

  /** From the source to the target. */
  static Move forward(Pair pair, Duration deadline, Consumer<String> progress) {
    return new Move(pair, pair.forward(), pair.back(), deadline, progress);
  }

  /** From the target back to the source. */
  static Move back(Pair pair, Duration deadline, Consumer<String> progress) {
    return new Move(pair, pair.back(), pair.forward(), deadline, progress);
  }

  /** Called before each step. */
  void before(Step step) {}

  /** Moves, or completes a move that was cut off. */
  void run() {
    requireReplication();
    if (Fence.state(from) != Fence.State.CLOSED) {
      prepare();
      hold();
    } else {
      progress.accept("was moved to the %s before; checking its processes".formatted(to.name()));
    }
    settle();
  }

  /** What takes time and disturbs nobody. */
  void prepare() {
    requireReplication();
    service.requireAt(from);
    service.cancel(); // the hold of a run that was killed
    Fence.close(to); // an earlier run may have opened it
    if (back.exists()) {
      back.disable();
    }
    there.enable();
    int missing = there.missingTables();
    if (missing > 0) {
      throw new OperationFailed(
          "%d tables of the database %s are not copied yet. `migrate status` shows how far the copy is."
              .formatted(missing, pair.database()));
    }
    if (!Marker.await(to, Marker.set(from), CATCH_UP)
        || !Marker.await(to, Marker.set(from), QUICK)) {
      throw new OperationFailed(
          "The %s does not keep up with the database %s. Check the tunnel and the log of its server, and try again when `migrate status` shows less lag."
              .formatted(to.name(), pair.database()));
    }
    Secret password = Replication.newPassword();
    List<Table> tables = pair.tables();
    back.publish(tables, password);
    back.subscribe(Beginning.DISABLED, password);
    long start = System.nanoTime();
    int compared = Comparison.of(from, to, tables).size(); // opens connections and fills caches
    progress.accept(
        "ready; comparing %d tables takes %d ms"
            .formatted(compared, millis(start, System.nanoTime())));
  }

  private void requireReplication() {
    if (!there.exists()) {
      throw new OperationFailed(
          "The database %s is not replicated to the %s yet. `migrate status` shows how far it is."
              .formatted(pair.database(), to.name()));
    }
  }

  private void hold() {
    before(Step.HOLD);
    long start = System.nanoTime();
    try (Handle locks = from.openAsOwner()) {
      try {
        service.hold(deadline);
        long held = System.nanoTime();
        before(Step.LOCK);
        List<Table> tables = Table.of(locks);
        locks.begin();
        lock(locks, tables);
        before(Step.COMPARE);
        carry(tables);
        before(Step.TURN);
        there.disable();
        Fence.close(to); // its commit brings all that was replicated to the disk
        back.skipToPresent();
        before(Step.OPEN);
        Fence.open(to);
        requireTime(start);
        before(Step.CLOSE);
        Fence.replace(locks, true);
        locks.commit(); // the decisive step
        progress.accept(
            "no transaction was open after %d ms, all equal and closed on the %s after %d ms"
                .formatted(millis(start, held), from.name(), millis(start, System.nanoTime())));
      } catch (RuntimeException e) {
        giveUp(locks);
        throw e;
      }
    }
    before(Step.RESUME);
    try {
      service.resume();
      progress.accept(
          "requests waited for %d ms; the service uses the %s"
              .formatted(millis(start, System.nanoTime()), to.name()));
    } catch (OperationFailed e) {
      progress.accept(e.getMessage() + " Trying again.");
    }
  }

  /** While nobody writes: lets the last rows arrive, compares, and carries the sequences over. */
  private void carry(List<Table> tables) {
    try (Parallel parallel = new Parallel()) {
      Supplier<Boolean> prepared =
          parallel.start(() -> {
            service.prepare(to, deadline);
            return true;
          });
      if (!Marker.await(to, Marker.set(from), deadline.minus(RESERVE))) {
        throw new OperationFailed("The last changes did not arrive in time.");
      }
      List<Comparison.Pair> compared = Comparison.of(from, to, tables);
      List<String> different =
          compared.stream()
              .filter(table -> !table.isEqual())
              .map(table ->
                  "%s: %s and %s".formatted(table.table().name(), table.one(), table.other()))
              .toList();
      if (!different.isEmpty()) {
        throw new OperationFailed("The sides differ: " + String.join("; ", different));
      }
      int sequences = Sequences.carry(from, to);
      progress.accept(
          "%d rows of %d tables are equal, %d sequences are set"
              .formatted(
                  compared.stream().mapToLong(table -> table.one().rows()).sum(),
                  compared.size(),
                  sequences));
      var _ = prepared.get();
    }
  }

  /** Readers go on; writers wait until the commit or our end, whichever comes first. */
  private static void lock(Handle handle, List<Table> tables) {
    handle.execute("SET LOCAL lock_timeout = '2s'");
    handle.savepoint("before");
    try { // vacuum gives way to us, but only after this time
      handle.execute("SET LOCAL deadlock_timeout = '20ms'");
    } catch (JdbiException e) { // not every user may set it
      handle.rollbackToSavepoint("before");
    }
    handle.execute("LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE".formatted(Table.names(tables)));
  }

  private void requireTime(long start) {
    Duration left = deadline.minusNanos(System.nanoTime() - start);
    if (left.compareTo(RESERVE) < 0) {
      throw new OperationFailed(
          "The hold was nearly over before all was ready. Try again with a longer --deadline.");
    }
  }

  /**
   * Everything as it was before the hold, unless the decisive step was done and only its answer was
   * lost.
   */
  private void giveUp(Handle locks) {
    service.cancel();
    try {
      locks.rollback();
    } catch (JdbiException e) {
      locks.close(); // the connection is lost, and with it the locks
    }
    if (Fence.state(from) == Fence.State.CLOSED) {
      progress.accept("was closed on the %s. Run the command again.".formatted(from.name()));
      return;
    }
    Fence.close(to);
    there.enable();
    progress.accept("gave up; the service goes on with the %s".formatted(from.name()));
  }

  /** After the decisive step: all that is left to do, whoever did the rest. */
  private void settle() {
    Fence.open(to);
    there.disable();
    service.moveTo(to, deadline);
    before(Step.FOLLOW);
    back.enable();
  }

  private static long millis(long from, long to) {
    return Duration.ofNanos(to - from).toMillis();
  }
}
