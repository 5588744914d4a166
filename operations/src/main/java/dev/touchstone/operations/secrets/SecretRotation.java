package dev.touchstone.operations.secrets;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.operations.secrets.SecretStore.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rotates one secret: the new value is accepted, then used, then the old one removed, each after
 * the time in which every program has read what was written before. What has been done is in the
 * entry itself, so any run goes on where the last one stopped.
 */
final class SecretRotation {
  private final SecretStore store;
  private final Duration settle;
  private final Clock clock;
  private final Consumer<String> say;

  /**
   * Rotates secrets of a store.
   *
   * @param settle how long until every program has read a change
   */
  SecretRotation(SecretStore store, Duration settle, Clock clock, Consumer<String> say) {
    this.store = store;
    this.settle = settle;
    this.clock = clock;
    this.say = say;
  }

  /**
   * Does the next step if it is due.
   *
   * @param mayBegin whether to begin a rotation if none goes on
   * @return when the next step is due; empty if no rotation goes on any more
   */
  Optional<Instant> step(PlatformSecret secret, boolean mayBegin) {
    String name = secret.toString();
    Entry entry =
        store
            .find(name)
            .orElseThrow(() ->
                new OperationFailed(
                    "%s has no %s. Run \"secrets init\" first.".formatted(store.name(), name)));
    SecretText text = SecretText.parse(name, entry.text());
    Instant now = clock.instant();
    if (text.phase() == null) {
      return mayBegin
          ? written(
              name, entry, text.add(PlatformSecret.generate(), now), "a new value is accepted")
          : Optional.empty();
    }
    Instant due = Objects.requireNonNull(text.since()).plus(settle);
    if (now.isBefore(due)) {
      return Optional.of(due);
    }
    return switch (text.phase()) {
      case ADDED ->
          written(name, entry, text.use(now), "the new value is used, the old one accepted");
      case USED -> written(name, entry, text.remove(), "the old value is gone");
    };
  }

  private Optional<Instant> written(String name, Entry entry, SecretText text, String what) {
    if (!store.replace(name, entry, text.text())) {
      throw new OperationFailed(
          "Another process has changed %s. This one stops; run it again to go on.".formatted(name));
    }
    say.accept(name + ": " + what);
    return Optional.ofNullable(text.since()).map(since -> since.plus(settle));
  }
}
