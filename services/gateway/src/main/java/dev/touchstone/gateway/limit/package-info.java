/** Limits of rates, bodies and streams. */
@NullMarked
package dev.touchstone.gateway.limit;

import org.jspecify.annotations.NullMarked;
