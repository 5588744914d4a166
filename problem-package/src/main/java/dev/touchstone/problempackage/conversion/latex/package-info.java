/** Statements that are written in LaTeX, made readable in a browser. */
@NullMarked
package dev.touchstone.problempackage.conversion.latex;

import org.jspecify.annotations.NullMarked;
