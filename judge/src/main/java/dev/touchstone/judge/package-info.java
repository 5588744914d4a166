@NullMarked
package dev.touchstone.judge;

import org.jspecify.annotations.NullMarked;
