package dev.touchstone.platformdata.database;

import dev.touchstone.platform.tracing.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementContextListener;

/**
 * Gives each statement of a traced request a span, from its making to the reading of its last row.
 * The text of the statement has placeholders, so no values. JDBI's own plugin begins a trace for
 * each statement of periodic tasks, hence this one.
 */
final class StatementSpans extends JdbiPlugin.Singleton implements StatementContextListener {
  @Override
  public void customizeJdbi(Jdbi jdbi) {
    jdbi.getConfig(SqlStatements.class).addContextListener(this);
  }

  @Override
  public void contextCreated(StatementContext statement) {
    Span span = Tracing.startChild("database", SpanKind.CLIENT);
    if (span.isRecording()) {
      statement.addCleanable(() -> end(span, statement));
    }
  }

  private static void end(Span span, StatementContext statement) {
    span.setAttribute("db.system.name", "postgresql");
    String sql = statement.getRenderedSql();
    if (sql != null) {
      String operation = operation(sql);
      span.updateName(operation);
      span.setAttribute("db.operation.name", operation);
      span.setAttribute("db.query.text", sql);
    }
    if (statement.getExceptionMoment() != null) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }

  /** The first word. */
  private static String operation(String sql) {
    String text = sql.strip();
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end).toUpperCase(Locale.ROOT);
  }
}
