package dev.touchstone.operations.migrate;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platformdata.database.DatabaseAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;

/**
 * Makes the tables of the target with the service's own migrations, up to the version that the
 * source has: what they make is what the service's check of its schema accepts.
 */
final class TargetSchema {
  /** What one side has and the other must have too. */
  private static final String OBJECTS =
      """
      SELECT format('column %I.%I %s%s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attnotnull THEN ' not null' ELSE '' END,
        CASE a.attidentity WHEN '' THEN '' ELSE ' identity' END,
        CASE a.attgenerated WHEN '' THEN '' ELSE ' generated' END)
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0
        AND NOT a.attisdropped
      UNION ALL
      SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL
      SELECT format('constraint %s %s', conrelid::regclass, conname) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
      UNION ALL
      SELECT format('trigger %s %s', tgrelid::regclass, tgname) FROM pg_trigger
      WHERE NOT tgisinternal AND tgname NOT LIKE 'touchstone_migration%'
      UNION ALL
      SELECT format('%s %s', CASE relkind WHEN 'S' THEN 'sequence' ELSE 'relation' END, relname)
      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind NOT IN ('i', 'I', 't')
      UNION ALL
      SELECT format('function %s', oid::regprocedure) FROM pg_proc p
      WHERE pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
      """;

  private TargetSchema() {}

  /** Makes it, or completes what an earlier run began. */
  static void make(Pair pair) {
    requireOurs(pair.target());
    Replication.prepareSchema(pair.target());
    boolean copying = pair.forward().exists();
    if (!copying) {
      migrate(pair);
      empty(pair.target());
    }
    requireSame(pair);
  }

  /** Whatever is in the database, we must have made it. */
  private static void requireOurs(Side target) {
    boolean foreign =
        target.value(
            Boolean.class,
            """
            SELECT to_regnamespace('touchstone_migration') IS NULL AND EXISTS (
              SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p'))
            """);
    if (foreign) {
      throw new OperationFailed(
          "There are tables in %s already. Use another server, or drop that database and run this again; nothing was changed."
              .formatted(target));
    }
  }

  private static void migrate(Pair pair) {
    try {
      Flyway source = flyway(pair.source(), pair.migrations(), "latest");
      MigrationVersion version = null;
      for (MigrationInfo applied : source.info().applied()) {
        if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
          throw new OperationFailed(
              "The source's database %s has the schema of a newer version (%s). Use the operations command of that version."
                  .formatted(pair.database(), applied.getVersion()));
        }
        version = applied.getVersion();
      }
      if (version == null) {
        throw new OperationFailed(
            "There is no schema in %s. Check its address.".formatted(pair.source()));
      }
      flyway(pair.target(), pair.migrations(), version.getVersion()).migrate();
    } catch (FlywayException e) {
      throw new OperationFailed(
          "The schema of %s could not be made: %s"
              .formatted(pair.target(), String.valueOf(e.getMessage()).replaceAll("\\s+", " ")),
          e);
    }
  }

  private static Flyway flyway(Side side, String migrations, String version) {
    DatabaseAddress address = side.address();
    return Flyway.configure()
        .dataSource(side.ownersUrl(), address.user(), address.password().current().reveal())
        .locations("classpath:" + migrations)
        .target(version)
        // A lock of the session: one connection, one commit, whenever this command is killed.
        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
        .load();
  }

  /** Removes the rows that migrations wrote: the source has them, changed perhaps. */
  private static void empty(Side target) {
    target.useAsOwner(handle ->
        handle.useTransaction(transaction -> {
          List<Table> tables = Table.of(transaction);
          for (Table table : tables) { // some refuse to be emptied
            transaction.execute("ALTER TABLE %s DISABLE TRIGGER USER".formatted(table.name()));
          }
          transaction.execute("TRUNCATE " + Table.names(tables));
          for (Table table : tables) {
            transaction.execute("ALTER TABLE %s ENABLE TRIGGER USER".formatted(table.name()));
          }
        }));
  }

  private static void requireSame(Pair pair) {
    Set<String> source = objects(pair.source());
    Set<String> target = objects(pair.target());
    List<String> differences = new ArrayList<>();
    source.stream()
        .filter(object -> !target.contains(object))
        .sorted()
        .forEach(object -> differences.add("only in the source: " + object));
    target.stream()
        .filter(object -> !source.contains(object))
        .sorted()
        .forEach(object -> differences.add("only in the target: " + object));
    if (!differences.isEmpty()) {
      throw new OperationFailed(
          "The tables of the database %s differ, so its rows can't be copied: %s"
              .formatted(pair.database(), String.join("; ", differences)));
    }
  }

  private static Set<String> objects(Side side) {
    try (Handle handle = side.open()) {
      return new HashSet<>(handle.createQuery(OBJECTS).mapTo(String.class).list());
    }
  }
}
