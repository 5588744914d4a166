package dev.touchstone.usermanagement.session;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.platformdata.database.DatabaseConfiguration;
import dev.touchstone.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Database DATABASE =
      Database.open(
          DatabaseConfiguration.from(
              Environment.of(Map.of("DATABASE_URL", TestDatabase.createUrl()))),
          "db/user-management");

  @AfterAll
  static void stop() {
    DATABASE.close();
  }

  /** Of two sign-ins at once, the one that read the clock first may be counted last. */
  @Test
  void attemptsAtTheSameMomentDoNotBlockEachOther() {
    throttle(NOW).admit("together");
    assertThatCode(() -> throttle(NOW.minusMillis(5)).admit("together")).doesNotThrowAnyException();
  }

  @Test
  void afterTenFailuresTheWaitDoubles() {
    for (int i = 0; i < LoginThrottle.FREE; i++) {
      throttle(NOW).admit("guesser");
    }
    assertBlocked("guesser", NOW.plusMillis(999));
    throttle(NOW.plusSeconds(1)).admit("guesser");
    assertBlocked("guesser", NOW.plusMillis(2999));
    throttle(NOW.plusSeconds(3)).admit("guesser");
  }

  @Test
  void manyFailuresAreForgottenAfterADay() {
    for (int i = 0; i < LoginThrottle.FREE; i++) {
      throttle(NOW).admit("forgetful");
    }
    Instant later = NOW.plus(LoginThrottle.MEMORY).plus(Duration.ofSeconds(1));
    throttle(later).admit("forgetful");
    throttle(later).admit("forgetful");
  }

  private static void assertBlocked(String subject, Instant at) {
    assertThatThrownBy(() -> throttle(at).admit(subject)).isInstanceOf(ProblemException.class);
  }

  private static LoginThrottle throttle(Instant at) {
    return new LoginThrottle(DATABASE.jdbi(), Clock.fixed(at, ZoneOffset.UTC));
  }
}
