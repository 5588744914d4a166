package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.usermanagement.RunningService.Person;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** More people sign in at once than passwords can be hashed. */
class ManySignInsTest {
  private static final int MOST_WAITING = 6;

  /** Fewer than there are sign-ins. */
  private static final int CONNECTIONS = 2;

  private static final ThreadPoolExecutor THREAD =
      new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING));
  private static final RunningService SERVICE =
      RunningService.start(
          Map.of("TOUCHSTONE_DATABASE_POOL", Integer.toString(CONNECTIONS)),
          RunningService.hasher(THREAD));

  @AfterAll
  static void stop() {
    SERVICE.close();
    THREAD.shutdownNow();
  }

  @Test
  void theyWaitWithoutADatabaseConnectionAndNotTooMany() {
    Person person = SERVICE.newLearner();
    CountDownLatch released = new CountDownLatch(1);
    var _ =
        THREAD.submit(() -> {
          released.await();
          return true;
        });
    List<CompletableFuture<HttpProbe.Answer>> waiting =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> signIn(person)))
            .limit(MOST_WAITING)
            .toList();
    try {
      Await.until("all to wait", () -> THREAD.getQueue().size() == MOST_WAITING);
      assertThat(SERVICE.get(person.token(), "/api/v1/users/me").status()).isEqualTo(200);
      HttpProbe.Answer refused = signIn(person);
      assertThat(refused.code()).isEqualTo("unavailable");
      assertThat(refused.header("Retry-After")).isNotEmpty();
    } finally {
      released.countDown();
    }
    assertThat(waiting.stream().map(CompletableFuture::join).map(HttpProbe.Answer::status))
        .containsOnly(200);
  }

  private static HttpProbe.Answer signIn(Person person) {
    return SERVICE.login(person.username(), RunningService.PASSWORD);
  }
}
