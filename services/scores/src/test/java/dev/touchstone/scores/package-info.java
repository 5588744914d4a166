@NullMarked
package dev.touchstone.scores;

import org.jspecify.annotations.NullMarked;
