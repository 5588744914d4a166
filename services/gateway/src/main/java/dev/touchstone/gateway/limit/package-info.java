/** How much and how often anybody may ask. */
@NullMarked
package dev.touchstone.gateway.limit;

import org.jspecify.annotations.NullMarked;
