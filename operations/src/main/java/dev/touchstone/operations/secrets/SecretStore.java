package dev.touchstone.operations.secrets;

import java.util.Optional;

/** Where the platform's secrets are kept. */
interface SecretStore {
  /** An entry as it was read; it is replaced only if nobody has changed it since. */
  record Entry(String text, String version) {
    @Override
    public String toString() {
      return "[secret]";
    }
  }

  /** Where it is, for messages. */
  String name();

  /** Returns an entry that has a value. */
  Optional<Entry> find(String name);

  /** Gives a value to an entry that has none; false if it has one by now. */
  boolean create(String name, String text);

  /** Replaces an entry; false if another has changed it since. */
  boolean replace(String name, Entry old, String text);
}
