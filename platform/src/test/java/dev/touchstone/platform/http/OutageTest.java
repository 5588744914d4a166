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
  private final Outage outage = new Outage(lines, "Work");

  @Test
  void whatStartsTogetherIsNoWarning() {
    outage.because(new IllegalStateException("refused"));
    outage.because(new IllegalStateException("refused"));
    outage.over();
    assertThat(lines.told).containsExactly("INFO Work can't be had yet; trying on");
  }

  @Test
  void anOutageIsToldOnceAndSoIsItsEnd() {
    outage.over();
    outage.because(new IllegalStateException("refused"));
    outage.because(new IllegalStateException("refused"));
    outage.over();
    outage.over();
    outage.because(new IllegalStateException("reset"));
    assertThat(lines.told)
        .containsExactly(
            "WARN Work can't be had; trying on: refused",
            "INFO Work can be had again",
            "WARN Work can't be had; trying on: reset");
  }

  /** Keeps what would be logged at INFO and above. */
  private static final class Lines extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;
    private final transient List<String> told = new ArrayList<>();

    @Override
    protected void handleNormalizedLoggingCall(
        Level level,
        @Nullable Marker marker,
        String message,
        Object @Nullable [] arguments,
        @Nullable Throwable failure) {
      told.add(level + " " + MessageFormatter.basicArrayFormat(message, arguments));
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
