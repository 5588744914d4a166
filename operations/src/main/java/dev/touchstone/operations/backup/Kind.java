package dev.touchstone.operations.backup;

import java.util.Locale;

/** What there are backups of. */
enum Kind {
  DATABASES,
  OBJECTS,
  STATE,
  MANIFESTS;

  /** As folders and arguments name it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
