/**
 * Backups as one file: an archive, compressed and encrypted, whose last entry is a manifest with
 * the hash of each file and the figures of each table. Who uses it adds the libraries for archives,
 * zstd and OpenPGP, which services do without.
 */
@NullMarked
package dev.touchstone.platformdata.backup;

import org.jspecify.annotations.NullMarked;
