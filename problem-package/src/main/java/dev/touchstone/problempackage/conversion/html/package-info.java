/** Converts statements in HTML to Markdown. */
@NullMarked
package dev.touchstone.problempackage.conversion.html;

import org.jspecify.annotations.NullMarked;
