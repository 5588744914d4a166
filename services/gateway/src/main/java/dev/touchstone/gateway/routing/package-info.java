/** Which address belongs to which service, and what may be asked there. */
@NullMarked
package dev.touchstone.gateway.routing;

import org.jspecify.annotations.NullMarked;
