/** Converts statements in LaTeX to a form that browsers can show. */
@NullMarked
package dev.touchstone.problempackage.conversion.latex;

import org.jspecify.annotations.NullMarked;
