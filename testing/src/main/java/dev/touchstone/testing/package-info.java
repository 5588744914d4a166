@NullMarked
package dev.touchstone.testing;

import org.jspecify.annotations.NullMarked;
