package dev.touchstone.operations.keys;

import java.util.List;

/** Where the keys of the bastion of one environment and the journal of rotations are kept. */
interface Site {
  /** Where the journal is, for messages. */
  String name();

  /** All entries of the journal, the oldest first. */
  List<String> entries();

  /**
   * Adds an entry to the journal, completely or not at all.
   *
   * @param number how many entries there are before it
   * @return false if another has added an entry with this number
   */
  boolean append(int number, String entry);

  /** What sshd reads at each sign-in. */
  String authorizedKeys();

  /** Replaces what sshd reads. */
  void authorize(String keys);
}
