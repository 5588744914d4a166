/** The judging queue: leases, their reports and their end. */
@NullMarked
package dev.touchstone.scores.queue;

import org.jspecify.annotations.NullMarked;
