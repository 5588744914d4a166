package dev.touchstone.exercises.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FollowedChangesTest {
  private final AtomicLong version = new AtomicLong(5);
  private final AtomicInteger cleared = new AtomicInteger();
  private final FollowedChanges changes =
      new FollowedChanges(version::get, cleared::incrementAndGet);

  @Test
  void eachChangeIsNoticedOnce() {
    changes.look();
    assertThat(cleared).hasValue(0);
    version.set(9);
    changes.look();
    changes.look();
    assertThat(cleared).hasValue(1);
    version.set(2); // as in a database that was restored
    changes.look();
    assertThat(cleared).hasValue(2);
  }
}
