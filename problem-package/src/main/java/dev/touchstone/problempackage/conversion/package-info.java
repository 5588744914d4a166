/** What the conversions of statements and packages share. */
@NullMarked
package dev.touchstone.problempackage.conversion;

import org.jspecify.annotations.NullMarked;
