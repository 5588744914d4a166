@NullMarked
package dev.touchstone.scores.submission;

import org.jspecify.annotations.NullMarked;
