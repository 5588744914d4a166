/** Hostile programs and what must come of them; the programs are the files of {@code attacks/}. */
@NullMarked
package dev.touchstone.judge.sandbox.attack;

import org.jspecify.annotations.NullMarked;
