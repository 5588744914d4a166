package dev.touchstone.operations.keys;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.Secret;
import java.io.Console;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A passphrase that a person types on the terminal: twice, because nobody could use a key whose
 * passphrase has a typing error, and once for all steps of a run. For one thread.
 */
final class AskedPassphrase implements Supplier<Passphrase> {
  private @Nullable Passphrase typed;

  /** Whether there is a person to ask. */
  static boolean canAsk() {
    return terminal().isPresent();
  }

  @Override
  public Passphrase get() {
    Passphrase known = typed;
    if (known == null) {
      known = ask();
      typed = known;
    }
    return known;
  }

  private static Passphrase ask() {
    Console console =
        terminal()
            .orElseThrow(() ->
                new OperationFailed(
                    "There is no terminal to ask for the passphrase. Set TOUCHSTONE_KEYS_PASSPHRASE_FILE."));
    Secret first = read(console, "Passphrase of the private key: ");
    if (!first.matches(read(console, "The same again: ").reveal())) {
      throw new OperationFailed("The two are not the same. Run \"keys resume\" to try again.");
    }
    Passphrase passphrase = new Passphrase(first);
    if (!passphrase.longEnough()) {
      throw new OperationFailed(Passphrase.tooShort());
    }
    return passphrase;
  }

  private static Secret read(Console console, String prompt) {
    char[] text = console.readPassword("%s", prompt);
    if (text == null) {
      throw new OperationFailed("No passphrase was typed. Run \"keys resume\" to try again.");
    }
    return Secret.of(new String(text));
  }

  private static Optional<Console> terminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }
}
