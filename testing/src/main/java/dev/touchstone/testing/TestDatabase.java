package dev.touchstone.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fresh database in a real PostgreSQL. One server is started per JVM, at the first call; it ends
 * with the JVM. Thread-safe.
 */
public final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  /** Starts late, once. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setPGStartupWait(Duration.ofMinutes(3)) // on a machine with other work
            // Tests lose nothing by a crash, and a commit need not wait for the disk.
            .setServerConfig("fsync", "off")
            .setServerConfig("max_connections", "200")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Creates an empty database and returns its address, in the form of {@code DATABASE_URL}. */
  public static String createUrl() {
    String name = "test_" + COUNT.incrementAndGet();
    try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "postgresql://postgres:postgres@127.0.0.1:" // of this JVM only
        + Server.POSTGRES.getPort()
        + "/"
        + name;
  }
}
