/** The operator's command line. */
@NullMarked
package dev.touchstone.operations;

import org.jspecify.annotations.NullMarked;
