package dev.touchstone.operations.migrate;

import dev.touchstone.operations.databases.MasterSecret;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platformdata.database.DatabaseAddress;
import dev.touchstone.platformdata.database.DatabaseConfiguration;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Both servers and the services between them. Immutable.
 *
 * @param master the target's server, as a user who may create databases and roles
 */
record MigrationSettings(Side master, List<Pair> pairs) implements AutoCloseable {
  /** The databases, each with the folder of its migrations. */
  private static final Map<String, String> MIGRATIONS =
      Map.of(
          "auth", "db/user-management",
          "exercises", "db/exercises",
          "scores", "db/scores");

  private static final String URL = "DATABASE_URL";

  /** Reads the settings that the help of the command lists. */
  static MigrationSettings from(Environment environment) {
    DatabaseAddress master = MasterSecret.address(environment);
    String targetSeen = environment.text("TARGET_FROM_SOURCE", Side.hostAndPort(master));
    Optional<Secret> sourcePassword = environment.optionalSecret("SOURCE_PASSWORD");
    Optional<Secret> token = environment.optionalLongSecret("TOUCHSTONE_OPERATOR_TOKEN");
    HttpClient client = HttpClient.newHttpClient();
    List<Pair> pairs = new ArrayList<>();
    for (String database : MIGRATIONS.keySet().stream().sorted().toList()) {
      String prefix = database.toUpperCase(Locale.ROOT) + "_";
      DatabaseAddress source = address(environment, prefix + "SOURCE_URL", sourcePassword);
      pairs.add(
          new Pair(
              database,
              MIGRATIONS.getOrDefault(database, ""),
              new Side(
                  "source",
                  database,
                  source,
                  environment.text(prefix + "SOURCE_FROM_TARGET", Side.hostAndPort(source)),
                  Optional.empty()),
              new Side(
                  "target",
                  database,
                  master.ofDatabase(database),
                  targetSeen,
                  Optional.of(database)),
              service(environment, prefix, token.orElse(Secret.of("")), client)));
    }
    environment.finish();
    return new MigrationSettings(
        new Side("target", "postgres", master, targetSeen, Optional.empty()), pairs);
  }

  @Override
  public void close() {
    master.close();
    for (Pair pair : pairs) {
      pair.source().close();
      pair.target().close();
    }
  }

  private static Service service(
      Environment environment, String prefix, Secret token, HttpClient client) {
    List<ServiceProcess> processes = new ArrayList<>();
    for (String address : environment.text(prefix + "ADMIN", "").split(",", -1)) {
      if (!address.isBlank()) {
        try {
          processes.add(new ServiceProcess(client, URI.create(address.strip()), token));
        } catch (IllegalArgumentException e) {
          environment.fault(
              prefix + "ADMIN is not a list of addresses such as http://127.0.0.1:9001.");
        }
      }
    }
    Map<String, Map<String, String>> settings = new HashMap<>();
    for (String side : List.of("source", "target")) {
      String name = prefix + side.toUpperCase(Locale.ROOT) + "_SETTINGS";
      environment
          .optionalSecret(name)
          .ifPresent(text ->
              settings.put(side, lines(environment, name, String.join("\n", text.accepted()))));
    }
    return new Service(processes, settings);
  }

  /** Lines of the form NAME=value, as in a file for the environment of a process. */
  private static Map<String, String> lines(Environment environment, String name, String text) {
    Map<String, String> settings = new HashMap<>();
    for (String line : text.lines().map(String::strip).toList()) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        settings.put(line.substring(0, equals), line.substring(equals + 1));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        environment.fault(name + " has a line that is not NAME=value.");
      }
    }
    return settings;
  }

  /** An address of the form that services read too. */
  private static DatabaseAddress address(
      Environment environment, String name, Optional<Secret> password) {
    Map<String, String> settings = new HashMap<>();
    settings.put(URL, environment.text(name));
    password.ifPresent(secret -> settings.put("DATABASE_PASSWORD", secret.reveal()));
    Environment own = Environment.of(settings);
    DatabaseAddress address = DatabaseConfiguration.from(own).direct();
    if (address.user().isEmpty()) {
      environment.fault(
          name + " must have the form postgresql://user:password@host:port/database.");
    }
    return new DatabaseAddress(name, address.jdbcUrl(), address.user(), address.password());
  }
}
