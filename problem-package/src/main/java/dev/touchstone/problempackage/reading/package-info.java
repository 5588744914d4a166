/**
 * Reads problem packages. {@link dev.touchstone.problempackage.reading.PackageReader} reads a
 * folder, {@link dev.touchstone.problempackage.reading.PackageImport} also takes archives and
 * packages of Polygon. Every fault of a package is found at once.
 */
@NullMarked
package dev.touchstone.problempackage.reading;

import org.jspecify.annotations.NullMarked;
