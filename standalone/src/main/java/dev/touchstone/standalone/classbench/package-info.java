/** A class at work, for {@code bench class} and for tests of faults. */
@NullMarked
package dev.touchstone.standalone.classbench;

import org.jspecify.annotations.NullMarked;
