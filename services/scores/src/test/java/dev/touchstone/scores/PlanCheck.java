package dev.touchstone.scores;

import dev.touchstone.platform.http.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Binding;
import org.jdbi.v3.core.statement.ParsedParameters;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import tools.jackson.databind.JsonNode;

/**
 * Has PostgreSQL explain each statement the first time that it is run, with its values and in its
 * transaction, just before it is run, and collects what is wrong with the plan. The explained run
 * is rolled back. Thread-safe.
 */
final class PlanCheck implements SqlLogger {
  /** A table with more rows must not be read from end to end. */
  private static final long LARGE = 20_000;

  private static final Pattern EXPLAINABLE =
      Pattern.compile("\\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)\\b.*", Pattern.DOTALL);

  private final Map<String, JsonNode> plans = new ConcurrentHashMap<>();
  private final Set<String> faults = ConcurrentHashMap.newKeySet();
  private volatile boolean enabled;

  /** From now on; before, the database may not have its rows. */
  void enable() {
    enabled = true;
  }

  /** The statements that were explained. */
  Set<String> statements() {
    return Set.copyOf(plans.keySet());
  }

  /** What is wrong, in words. */
  Set<String> faults() {
    return Set.copyOf(faults);
  }

  @Override
  public void logBeforeExecution(StatementContext context) {
    String sql = context.getRenderedSql();
    if (!enabled
        || !EXPLAINABLE.matcher(sql).matches()
        || plans.putIfAbsent(sql, Json.MAPPER.nullNode()) != null) {
      return;
    }
    try {
      Connection connection = context.getConnection();
      JsonNode plan = explained(context);
      plans.put(sql, plan);
      for (String fault : faultsOf(plan, largeTables(connection))) {
        faults.add(fault + " in\n" + sql + "\n" + plan.toPrettyString());
      }
    } catch (SQLException e) {
      faults.add("Could not be explained: " + e.getMessage() + "\n" + sql);
    }
  }

  private static JsonNode explained(StatementContext context) throws SQLException {
    Connection connection = context.getConnection();
    boolean alone = connection.getAutoCommit();
    if (alone) {
      connection.setAutoCommit(false);
    }
    Savepoint before = connection.setSavepoint();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + context.getParsedSql().getSql())) {
      bind(statement, context);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return Json.MAPPER.readTree(row.getString(1)).path(0).path("Plan");
      }
    } finally {
      connection.rollback(before);
      if (alone) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  @SuppressWarnings("removal") // no other call finds the values of a statement
  private static void bind(PreparedStatement statement, StatementContext context)
      throws SQLException {
    Binding values = context.getBinding();
    ParsedParameters parameters = context.getParsedSql().getParameters();
    List<String> names = parameters.getParameterNames();
    for (int i = 0; i < parameters.getParameterCount(); i++) {
      Optional<Argument> value =
          parameters.isPositional()
              ? values.findForPosition(i)
              : values.findForName(names.get(i), context);
      value.orElseThrow().apply(i + 1, statement, context);
    }
  }

  private static List<String> largeTables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples > " + LARGE)) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  /** What is wrong with a plan, from its nodes. */
  static List<String> faultsOf(JsonNode plan, List<String> largeTables) {
    List<String> faults = new ArrayList<>();
    collect(plan, largeTables, faults);
    return faults;
  }

  private static void collect(JsonNode node, List<String> largeTables, List<String> faults) {
    String table = node.path("Relation Name").asString("");
    if (node.path("Node Type").asString().endsWith("Seq Scan") && largeTables.contains(table)) {
      faults.add("Reads all of " + table);
    }
    if (node.path("Sort Space Type").asString("").equals("Disk")) {
      faults.add("Sorts on the disk");
    } else if (node.path("Temp Written Blocks").asLong(0) > 0 && node.path("Plans").isEmpty()) {
      faults.add("Writes temporary files");
    } else if (node.path("Hash Batches").asLong(1) > 1) {
      faults.add("Hashes on the disk");
    }
    node.path("Plans").forEach(below -> collect(below, largeTables, faults));
  }
}
