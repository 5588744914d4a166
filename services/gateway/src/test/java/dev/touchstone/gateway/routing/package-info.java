@NullMarked
package dev.touchstone.gateway.routing;

import org.jspecify.annotations.NullMarked;
