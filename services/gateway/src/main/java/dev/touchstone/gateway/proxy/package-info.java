/** Passes requests to the services. */
@NullMarked
package dev.touchstone.gateway.proxy;

import org.jspecify.annotations.NullMarked;
