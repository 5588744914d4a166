/** The first contact with a request: its origin, id and log line, and the standard headers. */
@NullMarked
package dev.touchstone.gateway.edge;

import org.jspecify.annotations.NullMarked;
