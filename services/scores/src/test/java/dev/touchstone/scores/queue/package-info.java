@NullMarked
package dev.touchstone.scores.queue;

import org.jspecify.annotations.NullMarked;
