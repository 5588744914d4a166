/** Keeps public responses of services in memory, until the service announces a change. */
@NullMarked
package dev.touchstone.gateway.cache;

import org.jspecify.annotations.NullMarked;
