/**
 * Untrusted ZIP archives. {@link dev.touchstone.problempackage.archive.ArchiveReader} is the only
 * way into the platform for one.
 */
@NullMarked
package dev.touchstone.problempackage.archive;

import org.jspecify.annotations.NullMarked;
