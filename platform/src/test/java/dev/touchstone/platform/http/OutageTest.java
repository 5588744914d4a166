package dev.touchstone.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

class OutageTest {
  private final Lines lines = new Lines();
  private final Outage outage = new Outage(lines, "Leasing work");

  @Test
  void whatStartsTogetherIsNoWarning() {
    outage.failed(new IllegalStateException("refused"));
    outage.failed(new IllegalStateException("refused"));
    outage.recovered();
    assertThat(lines.logged).containsExactly("INFO Leasing work has not succeeded yet; retrying");
  }

  @Test
  void anOutageIsLoggedOnceAndSoIsItsEnd() {
    outage.recovered();
    outage.failed(new IllegalStateException("refused"));
    outage.failed(new IllegalStateException("refused"));
    outage.recovered();
    outage.recovered();
    outage.failed(new IllegalStateException("reset"));
    assertThat(lines.logged)
        .containsExactly(
            "WARN Leasing work failed; retrying: refused",
            "INFO Leasing work succeeded again",
            "WARN Leasing work failed; retrying: reset");
  }

  /** Keeps what would be logged at INFO and above. */
  private static final class Lines extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;
    private final transient List<String> logged = new ArrayList<>();

    @Override
    protected void handleNormalizedLoggingCall(
        Level level,
        @Nullable Marker marker,
        String message,
        Object @Nullable [] arguments,
        @Nullable Throwable failure) {
      logged.add(level + " " + MessageFormatter.basicArrayFormat(message, arguments));
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
      return null;
    }

    @Override
    public boolean isTraceEnabled() {
      return false;
    }

    @Override
    public boolean isDebugEnabled() {
      return false;
    }

    @Override
    public boolean isInfoEnabled() {
      return true;
    }

    @Override
    public boolean isWarnEnabled() {
      return true;
    }

    @Override
    public boolean isErrorEnabled() {
      return true;
    }
  }
}
