/**
 * The gateway. A request passes {@code edge} (who and what), {@code routing} (where to), {@code
 * limit} (how often, how large), {@code access} (with what token) and {@code proxy} (to the
 * service), or ends in {@code web} (files) or as a {@code problem}.
 */
@NullMarked
package dev.touchstone.gateway;

import org.jspecify.annotations.NullMarked;
