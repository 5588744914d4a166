/** The languages that submissions may be written in, each described by one small file. */
@NullMarked
package dev.touchstone.judge.language;

import org.jspecify.annotations.NullMarked;
