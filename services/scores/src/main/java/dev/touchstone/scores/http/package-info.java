/** Reading request parameters. */
@NullMarked
package dev.touchstone.scores.http;

import org.jspecify.annotations.NullMarked;
