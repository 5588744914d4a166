/** Converts folders of the DMOJ judge ({@code init.yml}) to the problem package format. */
@NullMarked
package dev.touchstone.problempackage.conversion.dmoj;

import org.jspecify.annotations.NullMarked;
