package dev.touchstone.platformdata.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;

/** A PostgreSQL that lets users in over TLS and with their password alone, but its superuser. */
final class TlsPostgres implements AutoCloseable {
  private static final String KEY_PASSWORD = "of-this-test";
  private final EmbeddedPostgres server;
  private final Path certificate;

  private TlsPostgres(EmbeddedPostgres server, Path certificate) {
    this.server = server;
    this.certificate = certificate;
  }

  static TlsPostgres start(Path folder) throws Exception {
    Path certificate = folder.resolve("server.pem");
    Path key = folder.resolve("server.key");
    makeCertificate(folder, certificate, key);
    Path data = folder.resolve("data");
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setServerConfig("fsync", "off")
            .setServerConfig("ssl", "on")
            .setServerConfig("ssl_cert_file", certificate.toString())
            .setServerConfig("ssl_key_file", key.toString())
            .start();
    TlsPostgres postgres = new TlsPostgres(server, certificate);
    Files.writeString(
        data.resolve("pg_hba.conf"),
        """
        host    all postgres 127.0.0.1/32 trust
        hostssl all all      127.0.0.1/32 scram-sha-256
        """);
    postgres.execute("SELECT pg_reload_conf()");
    return postgres;
  }

  /** A user with its own database, of the same name. */
  void makeUser(String user, String password) throws SQLException {
    execute("CREATE ROLE " + user + " LOGIN PASSWORD '" + password + "'");
    execute("CREATE DATABASE " + user + " OWNER " + user);
  }

  /** In the form of {@code DATABASE_URL}, with the name that the certificate is for. */
  String url(String user) {
    return "postgresql://%s@localhost:%d/%s?sslmode=verify-full&sslrootcert=%s"
        .formatted(user, server.getPort(), user, certificate);
  }

  /** As the superuser. */
  void execute(String sql) throws SQLException {
    executeIn("postgres", sql);
  }

  /** As the superuser, in a database. */
  void executeIn(String database, String sql) throws SQLException {
    try (var connection = server.getDatabase("postgres", database).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static void makeCertificate(Path folder, Path certificate, Path key) throws Exception {
    Path store = folder.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    KEY_PASSWORD,
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "SAN=dns:localhost"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException(Files.readString(folder.resolve("keytool.log")));
    }
    KeyStore keys = KeyStore.getInstance(store.toFile(), KEY_PASSWORD.toCharArray());
    write(certificate, "CERTIFICATE", keys.getCertificate("server").getEncoded());
    write(key, "PRIVATE KEY", keys.getKey("server", KEY_PASSWORD.toCharArray()).getEncoded());
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
  }

  private static void write(Path file, String kind, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder().encodeToString(content);
    Files.writeString(
        file, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, text, kind));
  }
}
