/**
 * Reads ICPC problem packages, in the versions {@code legacy}, {@code 2023-07} and {@code 2025-09}
 * of the format at Kattis/problem-package-format, with Touchstone's additions in {@code
 * touchstone.yaml}. Everything here is immutable once read.
 */
@NullMarked
package dev.touchstone.problempackage;

import org.jspecify.annotations.NullMarked;
