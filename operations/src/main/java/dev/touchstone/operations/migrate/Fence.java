package dev.touchstone.operations.migrate;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Keeps writers out of a copy of a database. A trigger of each table calls a function that lets
 * statements pass or refuses them. Opening and closing replaces the function, so it locks no table,
 * is a part of the transaction that does it, and holds for every isolation level. Replication
 * passes in any case: triggers don't fire for it.
 */
final class Fence {
  /** Whether its function lets statements pass. */
  enum State {
    NONE,
    OPEN,
    CLOSED
  }

  private static final String TRIGGER = Replication.NAME + "_fence";
  private static final String FUNCTION = Replication.NAME + ".fence()";

  private Fence() {}

  /** Puts it around each table that has none yet. */
  static void build(Side side, boolean closed) {
    if (state(side) == State.NONE) {
      side.useAsOwner(handle -> replace(handle, closed));
    }
    side.useAsOwner(handle -> {
      for (String table : unfenced(handle)) {
        Locks.patiently(
            handle,
            "CREATE TRIGGER %s BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION %s"
                .formatted(TRIGGER, table, FUNCTION));
      }
    });
  }

  /** Takes it away. */
  static void remove(Side side) {
    side.useAsOwner(handle -> {
      for (String table : fenced(handle)) {
        Locks.patiently(handle, "DROP TRIGGER IF EXISTS %s ON %s".formatted(TRIGGER, table));
      }
      handle.execute("DROP FUNCTION IF EXISTS " + FUNCTION);
    });
  }

  static State state(Side side) {
    return side.value(
        State.class,
        """
        SELECT coalesce((SELECT CASE WHEN prosrc LIKE '%%RAISE%%' THEN 'CLOSED' ELSE 'OPEN' END
          FROM pg_proc WHERE oid = to_regprocedure('%s')), 'NONE')
        """
            .formatted(FUNCTION));
  }

  static void open(Side side) {
    side.useAsOwner(handle -> replace(handle, false));
  }

  static void close(Side side) {
    side.useAsOwner(handle -> replace(handle, true));
  }

  /** Opens or closes it when the transaction commits, which waits until that is on the disk. */
  static void replace(Handle handle, boolean closed) {
    handle.execute("SET synchronous_commit = on");
    handle.execute(
        """
        CREATE OR REPLACE FUNCTION %s RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          %s
        END $$
        """
            .formatted(
                FUNCTION,
                closed
                    ? "RAISE EXCEPTION 'This copy of the database is not in use. Correct DATABASE_URL.' USING ERRCODE = 'read_only_sql_transaction';"
                    : "RETURN NULL;"));
  }

  private static List<String> unfenced(Handle handle) {
    return tables(handle, "NOT EXISTS");
  }

  private static List<String> fenced(Handle handle) {
    return tables(handle, "EXISTS");
  }

  private static List<String> tables(Handle handle, String condition) {
    return handle
        .select(
            """
            SELECT format('%%I.%%I', n.nspname, c.relname)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname = 'public'
              AND %s (SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgname = '%s')
            """
                .formatted(condition, TRIGGER))
        .mapTo(String.class)
        .list();
  }
}
