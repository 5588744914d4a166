package dev.touchstone.platformdata.backup;

import java.io.IOException;

/** A backup that can't be read; the message says why, for the operator. */
public final class BackupException extends IOException {
  private static final long serialVersionUID = 1L;

  BackupException(String message) {
    super(message);
  }

  BackupException(String message, Throwable cause) {
    super(message, cause);
  }
}
