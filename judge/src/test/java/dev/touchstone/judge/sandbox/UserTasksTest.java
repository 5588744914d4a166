package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.Await;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserTasksTest {
  private static final int SELF = (int) ProcessHandle.current().pid();

  @Test
  void countsOnlyTheBoxWhereTheKernelDoes() {
    for (String kernel : List.of("5.14.0-427.el9", "5.15.0", "6.1.0-13-amd64", "10.0")) {
      assertThat(UserTasks.limit(kernel, SELF, 16)).as(kernel).isEqualTo(17);
    }
  }

  @Test
  void addsWhatTheUserRunsAlreadyWhereTheKernelCountsThatToo() throws Exception {
    for (String kernel : List.of("4.18.0-553.el8", "5.10.0-28-amd64", "5.13.19", "unknown")) {
      long before = UserTasks.limit(kernel, SELF, 16);
      assertThat(before).as(kernel).isGreaterThan(16 + Thread.activeCount());
    }
    Await.until(
        "a moment in which the user starts and ends nothing else",
        () -> {
          long before = UserTasks.limit("5.10.0", SELF, 16);
          return UserTasks.limit("5.10.0", SELF, 116) == before + 100;
        });
  }
}
