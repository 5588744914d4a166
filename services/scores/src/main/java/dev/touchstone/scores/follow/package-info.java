/** Watching something be judged, over server-sent events. */
@NullMarked
package dev.touchstone.scores.follow;

import org.jspecify.annotations.NullMarked;
