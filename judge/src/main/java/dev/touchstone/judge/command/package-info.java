/** The judge's command line. */
@NullMarked
package dev.touchstone.judge.command;

import org.jspecify.annotations.NullMarked;
