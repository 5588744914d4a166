package dev.touchstone.exercises.archive;

import dev.touchstone.platform.http.ProblemException;

/**
 * How much an archive may be.
 *
 * @param packed the archive itself in bytes
 * @param unpacked all its files together in bytes
 * @param files how many entries it may have
 */
public record ArchiveLimits(long packed, long unpacked, int files) {
  /** The answer to an archive that is too large, packed or unpacked. */
  public static ProblemException tooLarge(long bytes, String how) {
    return ProblemException.tooLarge(
        "archive_too_large", "The archive is larger than " + (bytes >> 20) + " MiB " + how + ".");
  }
}
