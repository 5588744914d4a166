package dev.touchstone.problempackage.archive;

import java.util.Locale;

/** Why an archive is refused. */
public enum ArchiveFault {
  /** It is not a ZIP archive, or is damaged or cut off. */
  INVALID,
  /** It is larger than the limits allow, packed or unpacked. */
  TOO_LARGE,
  /** It contains more files and folders than the limits allow. */
  TOO_MANY_FILES,
  /** The name of an entry is not a path that we write to. */
  UNSAFE_PATH,
  /** It contains a link, a device or another special file. */
  LINK,
  /** It is encrypted. */
  ENCRYPTED,
  /** It is compressed by a method that we do not read. */
  UNSUPPORTED,
  /** Two entries would be written to one place. */
  DUPLICATE_PATH;

  /** A stable code for programs, such as {@code archive_too_large}. */
  public String code() {
    return "archive_" + name().toLowerCase(Locale.ROOT);
  }
}
