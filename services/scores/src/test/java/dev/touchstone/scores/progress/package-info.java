@NullMarked
package dev.touchstone.scores.progress;

import org.jspecify.annotations.NullMarked;
