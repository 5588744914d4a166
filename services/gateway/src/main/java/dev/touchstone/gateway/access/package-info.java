/** The first of two checks of access tokens. */
@NullMarked
package dev.touchstone.gateway.access;

import org.jspecify.annotations.NullMarked;
