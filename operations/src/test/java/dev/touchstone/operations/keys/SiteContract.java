package dev.touchstone.operations.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every place for keys and journal does. */
interface SiteContract {
  /** A site whose bastion has one key, and an empty journal. */
  Site site();

  @Test
  default void entriesAreInOrder() {
    Site site = site();
    List<String> entries = IntStream.range(0, 12).mapToObj(number -> "entry " + number).toList();
    for (int number = 0; number < entries.size(); number++) {
      assertThat(site.append(number, entries.get(number))).isTrue();
    }
    assertThat(site.entries()).isEqualTo(entries);
  }

  @Test
  default void aNumberIsTakenOnce() throws Exception {
    Site site = site();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Boolean> added =
          threads
              .invokeAll(
                  IntStream.range(0, 4)
                      .<Callable<Boolean>>mapToObj(
                          process -> () -> site.append(0, "of process " + process))
                      .toList())
              .stream()
              .map(Future::resultNow)
              .toList();
      assertThat(added).containsOnlyOnce(true);
      assertThat(site.entries()).containsExactly("of process " + added.indexOf(true));
    }
  }

  @Test
  default void keysAreReplaced() {
    Site site = site();
    site.authorize("# No key is valid.\n");
    assertThat(PublicKey.parseAll(site.authorizedKeys())).isEmpty();
    PublicKey key = SimpleKeys.key("new");
    site.authorize(Installation.OLD.line() + "\n" + key.line());
    assertThat(PublicKey.parseAll(site.authorizedKeys())).containsExactly(Installation.OLD, key);
  }
}
