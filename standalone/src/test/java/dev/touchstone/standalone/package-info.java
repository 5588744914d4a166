/** Tests of the parts that only the laptop default has. */
@NullMarked
package dev.touchstone.standalone;

import org.jspecify.annotations.NullMarked;
