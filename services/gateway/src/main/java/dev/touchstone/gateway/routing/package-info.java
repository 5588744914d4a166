/** Which address leads where, and all that the gateway does to the requests of an address. */
@NullMarked
package dev.touchstone.gateway.routing;

import org.jspecify.annotations.NullMarked;
