package dev.touchstone.operations.migrate;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.postgresql.util.PasswordUtil;

/**
 * Logical replication of one database in one direction: a publication and a slot on the publisher,
 * a subscription on the subscriber. Each operation may run again after it was cut off anywhere.
 * Immutable.
 */
record Replication(Side publisher, Side subscriber) {
  /** Of the schema with our own objects, of publications; begins the names of all else. */
  static final String NAME = "touchstone_migration";

  static final String MARKER = NAME + ".marker";
  private static final String RDS_REPLICATION = "rds_replication";
  private static final Duration DETACHED = Duration.ofSeconds(10);

  /** How a subscription begins. */
  enum Beginning {
    /** Copies all rows, then follows. */
    COPY,
    /** Does nothing until it is enabled; the rows are there. */
    DISABLED
  }

  /** The name of the subscription and of its slot, which is unique on the publisher's server. */
  String name() {
    return NAME + "_" + publisher.database() + "_to_" + subscriber.name();
  }

  /** Creates our schema and the table whose changes show how far the replication is. */
  static void prepareSchema(Side side) {
    side.useAsOwner(handle -> {
      handle.execute("CREATE SCHEMA IF NOT EXISTS " + NAME);
      handle.execute(
          "CREATE TABLE IF NOT EXISTS %s (id int PRIMARY KEY, position bigint NOT NULL)"
              .formatted(MARKER));
    });
  }

  /** Publishes the tables, and lets the other server read them with the password. */
  void publish(List<Table> tables, Secret password) {
    String reader = publisher.reader();
    publisher.use(handle -> {
      boolean rds = exists(handle, "pg_roles WHERE rolname = ?", RDS_REPLICATION);
      if (!exists(handle, "pg_roles WHERE rolname = ?", reader)) {
        handle.execute("CREATE ROLE %s LOGIN %s".formatted(reader, rds ? "" : "REPLICATION"));
      }
      handle.execute("ALTER ROLE %s PASSWORD '%s'".formatted(reader, verifier(password)));
      if (rds) {
        handle.execute("GRANT %s TO %s".formatted(RDS_REPLICATION, reader));
      }
    });
    publisher.useAsOwner(handle -> {
      handle.execute("GRANT CONNECT ON DATABASE %s TO %s".formatted(databaseName(), reader));
      for (String schema : List.of("public", NAME)) {
        handle.execute("GRANT USAGE ON SCHEMA %s TO %s".formatted(schema, reader));
        handle.execute("GRANT SELECT ON ALL TABLES IN SCHEMA %s TO %s".formatted(schema, reader));
      }
      for (Table table : tables) {
        if (table.key().isEmpty()) {
          Locks.patiently(handle, "ALTER TABLE %s REPLICA IDENTITY FULL".formatted(table.name()));
        }
      }
      if (!exists(handle, "pg_publication WHERE pubname = ?", NAME)) {
        Locks.patiently(
            handle,
            "CREATE PUBLICATION %s FOR TABLE %s, %s".formatted(NAME, Table.names(tables), MARKER));
      }
    });
  }

  /** Subscribes, or gives a subscription that exists the new password. */
  void subscribe(Beginning beginning, Secret password) {
    String connection = publisher.connectionString(password);
    try (Handle handle = subscriber.open()) {
      if (subscribed(handle)) {
        handle.execute("ALTER SUBSCRIPTION %s CONNECTION '%s'".formatted(name(), connection));
        return;
      }
      dropSlot();
      boolean copy = beginning == Beginning.COPY;
      if (!copy) {
        createSlot();
      }
      handle.execute(
          "CREATE SUBSCRIPTION %s CONNECTION '%s' PUBLICATION %s WITH (copy_data = %s, create_slot = %s, enabled = %s)"
              .formatted(name(), connection, NAME, copy, copy, copy));
    }
  }

  void enable() {
    subscriber.use(handle -> handle.execute("ALTER SUBSCRIPTION %s ENABLE".formatted(name())));
  }

  void disable() {
    subscriber.use(handle -> handle.execute("ALTER SUBSCRIPTION %s DISABLE".formatted(name())));
  }

  /** Whether the subscription exists. */
  boolean exists() {
    try (Handle handle = subscriber.open()) {
      return subscribed(handle);
    }
  }

  boolean isEnabled() {
    return subscriber.value(
        Boolean.class,
        "SELECT coalesce((SELECT subenabled FROM pg_subscription WHERE subname = ?), false)",
        name());
  }

  /** How many tables are not copied yet. */
  int missingTables() {
    return subscriber.value(
        Integer.class,
        """
        SELECT count(*) FROM pg_subscription_rel r JOIN pg_subscription s ON s.oid = r.srsubid
        WHERE s.subname = ? AND r.srsubstate <> 'r'
        """,
        name());
  }

  /**
   * Lets the replication begin at the present state of the publisher. Nobody may write there, and
   * the subscription is disabled.
   */
  void skipToPresent() {
    if (!Waiting.until(DETACHED, () -> !slotIsActive())) {
      throw new OperationFailed("The slot %s of %s is still in use.".formatted(name(), publisher));
    }
    publisher.use(handle ->
        handle.execute(
            "SELECT pg_replication_slot_advance(?, pg_current_wal_flush_lsn())", name()));
  }

  /** Removes subscription and slot. The tables stay. */
  void remove() {
    Optional<Long> id = Optional.empty();
    try (Handle handle = subscriber.open()) {
      if (subscribed(handle)) {
        id =
            Optional.of(
                handle
                    .select("SELECT oid FROM pg_subscription WHERE subname = ?", name())
                    .mapTo(Long.class)
                    .one());
        handle.execute("ALTER SUBSCRIPTION %s DISABLE".formatted(name()));
        handle.execute("ALTER SUBSCRIPTION %s SET (slot_name = NONE)".formatted(name()));
        dropSlotsOfCopies(id.get());
        dropSlot();
        handle.execute("DROP SUBSCRIPTION " + name());
      }
    }
    dropSlot();
  }

  /** Removes the publication and the role that reads it. */
  void unpublish() {
    String reader = publisher.reader();
    publisher.useAsOwner(handle -> {
      handle.execute("DROP PUBLICATION IF EXISTS " + NAME);
      if (exists(handle, "pg_roles WHERE rolname = ?", reader)) {
        handle.execute("REVOKE ALL ON DATABASE %s FROM %s".formatted(databaseName(), reader));
        handle.execute("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM " + reader);
        handle.execute("REVOKE ALL ON SCHEMA public FROM " + reader);
        if (exists(handle, "pg_namespace WHERE nspname = ?", NAME)) {
          handle.execute("REVOKE ALL ON ALL TABLES IN SCHEMA %s FROM %s".formatted(NAME, reader));
          handle.execute("REVOKE ALL ON SCHEMA %s FROM %s".formatted(NAME, reader));
        }
      }
    });
    publisher.use(handle -> handle.execute("DROP ROLE IF EXISTS " + reader));
  }

  /** A password that only the two servers know. */
  static Secret newPassword() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Secret.of(HexFormat.of().formatHex(bytes));
  }

  /** So that no log of statements has the password. */
  private static String verifier(Secret password) {
    return PasswordUtil.encodeScramSha256(password.reveal().toCharArray());
  }

  private String databaseName() {
    return publisher.value(String.class, "SELECT quote_ident(current_database())");
  }

  private boolean subscribed(Handle handle) {
    return exists(handle, "pg_subscription WHERE subname = ?", name());
  }

  private boolean slotIsActive() {
    return publisher.value(
        Boolean.class,
        "SELECT coalesce(bool_or(active), false) FROM pg_replication_slots WHERE slot_name = ?",
        name());
  }

  private void createSlot() {
    publisher.use(handle ->
        handle.execute("SELECT pg_create_logical_replication_slot(?, 'pgoutput')", name()));
  }

  private void dropSlot() {
    dropSlots("slot_name = '" + name() + "'");
  }

  private void dropSlotsOfCopies(long subscription) {
    dropSlots("slot_name LIKE 'pg\\_%d\\_sync\\_%%'".formatted(subscription));
  }

  private void dropSlots(String which) {
    String slots = "FROM pg_replication_slots WHERE database = current_database() AND " + which;
    if (!Waiting.until(
        DETACHED,
        () ->
            publisher.value(
                Boolean.class, "SELECT NOT coalesce(bool_or(active), false) " + slots))) {
      throw new OperationFailed(
          "A slot of %s is still in use. Run the command again in a moment.".formatted(publisher));
    }
    publisher.use(handle -> handle.execute("SELECT pg_drop_replication_slot(slot_name) " + slots));
  }

  private static boolean exists(Handle handle, String what, Object argument) {
    return handle
        .select("SELECT EXISTS (SELECT FROM " + what + ")", argument)
        .mapTo(Boolean.class)
        .one();
  }
}
