package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.TestDatabase;
import dev.touchstone.testing.TestPooler;
import dev.touchstone.usermanagement.RunningService.Person;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * User management behind a real PgBouncer in transaction mode; skipped where it is not installed.
 */
class PoolerTest {
  private static final int LEARNERS = 4;

  @Test
  void accountsAndSessions() throws Exception {
    Assumptions.assumeTrue(TestPooler.isInstalled(), TestPooler.PROGRAM + " is not installed");
    String database = TestDatabase.createUrl();
    try (TestPooler pooler = TestPooler.start(database);
        RunningService service = RunningService.start(pooler.settings(database));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> task = () -> useAccount(service);
      List<Callable<Boolean>> tasks = Collections.nCopies(LEARNERS, task);
      for (Future<Boolean> done : threads.invokeAll(tasks)) {
        assertThat(done.get()).isTrue();
      }
      String administrator = service.administrator().token();
      assertThat(service.get(administrator, "/api/v1/users").json().path("items").size())
          .isEqualTo(LEARNERS + 1);
      assertThat(service.get(administrator, "/api/v1/audit-log").status()).isEqualTo(200);
    }
  }

  private static boolean useAccount(RunningService service) {
    Person person = service.newLearner();
    String cookie = person.cookie();
    for (int i = 0; i < 8; i++) { // more often than the driver takes to prepare a statement
      var refreshed = service.postCookie("/api/v1/auth/refresh", cookie);
      assertThat(refreshed.status()).as(refreshed.text()).isEqualTo(200);
      cookie = RunningService.cookie(refreshed);
      assertThat(service.get(person.token(), "/api/v1/users/me").status()).isEqualTo(200);
    }
    assertThat(
            service
                .patch(
                    person.token(),
                    "/api/v1/users/me",
                    "/api/v1/users/me",
                    Map.of("display_name", "A"))
                .status())
        .isEqualTo(200);
    return true;
  }
}
