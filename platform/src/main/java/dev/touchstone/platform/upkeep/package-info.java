/** What a service does by itself now and then. */
@NullMarked
package dev.touchstone.platform.upkeep;

import org.jspecify.annotations.NullMarked;
