package dev.touchstone.platformdata.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A start without its database. */
class UnreachableTest {
  @Test
  void isToldInOneLineWithTheCauseAndNotLoggedBesides() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    root.addAppender(logged);
    try {
      String url = "postgresql://learner:hidden@127.0.0.1:1/exercises"; // nothing listens there
      Environment environment = Environment.of(Map.of("DATABASE_URL", url));
      DatabaseConfiguration configuration = DatabaseConfiguration.from(environment);
      assertThatThrownBy(() -> Database.open(configuration, "db/none-for-this-test"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("can't be reached as user learner: ")
          .hasMessageContaining("refused")
          .hasMessageContaining("Check DATABASE_URL")
          .message()
          .hasLineCount(1)
          .doesNotContain("hidden");
    } finally {
      root.detachAppender(logged);
    }
    assertThat(List.copyOf(logged.list))
        .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .isEmpty();
  }
}
