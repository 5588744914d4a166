package dev.touchstone.platformdata.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A failure is logged with all its causes, so none of them may quote what people wrote. */
class FailureMessageTest {
  private static final String WRITTEN = "written-by-a-person";

  @Test
  void noMessageQuotesTheValuesOfAStatement() {
    try (Database database =
        Database.open(
            DatabaseConfiguration.from(
                Environment.of(Map.of("DATABASE_URL", TestDatabase.createUrl()))),
            "db/none-for-this-test")) {
      Throwable failure =
          catchThrowable(() ->
              database
                  .jdbi()
                  .useHandle(handle -> {
                    handle.execute(
                        "CREATE TABLE kept (text text UNIQUE CHECK (text <> 'refused'))");
                    handle.execute("INSERT INTO kept VALUES (?)", WRITTEN);
                    handle
                        .createUpdate("INSERT INTO kept VALUES (:text)")
                        .bind("text", WRITTEN)
                        .execute();
                  }));
      StringWriter logged = new StringWriter();
      failure.printStackTrace(new PrintWriter(logged));
      assertThat(logged.toString()).contains("kept_text_key").doesNotContain(WRITTEN);
    }
  }
}
