package dev.touchstone.problempackage.archive;

/**
 * How large an archive may be.
 *
 * @param packed the archive itself in bytes
 * @param unpacked all its files together in bytes
 * @param files how many files and folders it may contain
 */
public record ArchiveLimits(long packed, long unpacked, int files) {}
