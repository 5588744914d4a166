package dev.touchstone.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/**
 * A filled database as a released version left it, to migrate. Its data are in the file {@code
 * src/test/resources/released/RELEASE-VSCHEMA.sql} of the service; {@code pg_dump --data-only
 * --inserts} writes such files.
 */
public final class ReleasedDatabase implements AutoCloseable {
  /** As in the heading {@code ## [0.1.0] - 2026-11-28} of the changelog. */
  private static final Pattern HEADING = Pattern.compile("(?m)^## \\[([0-9.]+)\\]");

  private static final Pattern FILE = Pattern.compile("([0-9.]+)-V([0-9_]+)\\.sql");
  private static final String HISTORY = "flyway_schema_history";

  private final String url;
  private final Connection connection;
  private final Map<String, String> before;

  private ReleasedDatabase(String url, Connection connection) throws SQLException {
    this.url = url;
    this.connection = connection;
    this.before = contents();
  }

  /**
   * Every released version, by the changelog.
   *
   * @return the names of the service's files, one for each
   */
  public static List<String> of(String service) throws IOException {
    List<String> releases =
        HEADING
            .matcher(Files.readString(ContractCheck.repository().resolve("CHANGELOG.md")))
            .results()
            .map(heading -> heading.group(1))
            .toList();
    List<String> names;
    try (Stream<Path> files = Files.list(folder(service))) {
      names = files.map(file -> file.getFileName().toString()).sorted().toList();
    }
    for (String release : releases) {
      if (names.stream().noneMatch(name -> release.equals(match(name).group(1)))) {
        throw new AssertionError(
            "There is no filled database of the release %s in %s."
                .formatted(release, folder(service)));
      }
    }
    return names;
  }

  /** Creates the schema of a release and fills it. */
  public static ReleasedDatabase create(String service, String file) throws SQLException {
    String url = TestDatabase.createUrl();
    String jdbc = url.replaceFirst("^postgresql://[^@]*@", "jdbc:postgresql://");
    Flyway.configure()
        .dataSource(jdbc, "postgres", "postgres")
        .locations("classpath:db/" + service)
        .target(match(file).group(2))
        .load()
        .migrate();
    Connection connection = DriverManager.getConnection(jdbc, "postgres", "postgres");
    try (Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(folder(service).resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ReleasedDatabase database = new ReleasedDatabase(url, connection);
    List<String> empty =
        database.before.entrySet().stream()
            .filter(column -> column.getValue().startsWith("0 "))
            .map(Map.Entry::getKey)
            .toList();
    if (!empty.isEmpty()) {
      throw new AssertionError(file + " fills no value into " + empty);
    }
    return database;
  }

  /** The address, in the form of {@code DATABASE_URL}. */
  public String url() {
    return url;
  }

  /**
   * Checks that a migration lost and changed nothing.
   *
   * @param renamed columns that have another name now, as {@code table.before} and {@code after}
   */
  public void requireIntact(Map<String, String> renamed) throws SQLException {
    Map<String, String> after = contents();
    List<String> differences = new ArrayList<>();
    before.forEach((column, content) -> {
      String table = column.substring(0, column.indexOf('.') + 1);
      String now = renamed.containsKey(column) ? table + renamed.get(column) : column;
      if (!content.equals(after.get(now))) {
        differences.add("%s was %s, is %s".formatted(column, content, after.get(now)));
      }
    });
    if (!differences.isEmpty()) {
      throw new AssertionError("The migration changed data: " + differences);
    }
    requireValid();
  }

  /** Constraints may have been added without a look at the rows that were there. */
  private void requireValid() throws SQLException {
    List<String> unchecked =
        rows(
            """
            SELECT format('ALTER TABLE %s VALIDATE CONSTRAINT %I', conrelid::regclass, conname)
            FROM pg_constraint WHERE NOT convalidated
            """);
    try (Statement statement = connection.createStatement()) {
      for (String check : unchecked) {
        statement.execute(check);
      }
    }
    List<String> broken =
        rows("SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid");
    if (!broken.isEmpty()) {
      throw new AssertionError("These indexes are not valid: " + broken);
    }
  }

  /** The number of values of each column, and a digest of them in the order of their texts. */
  private Map<String, String> contents() throws SQLException {
    Map<String, String> contents = new TreeMap<>();
    List<String> columns =
        rows(
            """
            SELECT table_name || '.' || column_name FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name <> '%s'
            """
                .formatted(HISTORY));
    for (String column : columns) {
      String[] names = column.split("\\.", 2);
      String digest =
          rows("""
          SELECT count("%1$s") || ' of ' || count(*) || ' values, digest '
            || coalesce(md5(string_agg("%1$s"::text, '|' ORDER BY "%1$s"::text)), '')
          FROM "%2$s"
          """
                  .formatted(names[1], names[0]))
              .getFirst();
      contents.put(column, digest);
    }
    return contents;
  }

  private List<String> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }

  private static Path folder(String service) {
    return ContractCheck.repository()
        .resolve("services/" + service + "/src/test/resources/released");
  }

  private static MatchResult match(String name) {
    var matcher = FILE.matcher(name);
    if (!matcher.matches()) {
      throw new AssertionError(name + " is not named RELEASE-VSCHEMA.sql.");
    }
    return matcher.toMatchResult();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
