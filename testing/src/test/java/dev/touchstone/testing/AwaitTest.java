package dev.touchstone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class AwaitTest {
  @Test
  void looksAgainAfterALookThatCameTooEarly() {
    Iterator<Callable<Optional<String>>> looks =
        List.<Callable<Optional<String>>>of(
                Optional::empty,
                () -> {
                  throw new NoSuchFileException("gone");
                },
                () -> {
                  throw new UncheckedIOException(new IOException("gone"));
                },
                () -> Optional.of("here"))
            .iterator();
    assertThat(Await.value("a value", () -> looks.next().call())).isEqualTo("here");
    assertThat(looks).isExhausted();
  }

  @Test
  void hidesNoOtherFailure() {
    assertThatThrownBy(() ->
            Await.until(
                "nothing",
                () -> {
                  throw new IllegalStateException("broken");
                }))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Await.until("equality", () -> fails())).hasMessageContaining("1");
  }

  private static boolean fails() {
    assertThat(1).isEqualTo(2);
    return true;
  }
}
