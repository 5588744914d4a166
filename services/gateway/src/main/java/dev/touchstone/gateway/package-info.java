/**
 * The gateway. A request passes {@code edge} (its context and log line), {@code routing} (its
 * route), {@code limit}, {@code access} (its token) and {@code proxy} (to the service), or ends in
 * {@code web} (files) or as a {@code problem}.
 */
@NullMarked
package dev.touchstone.gateway;

import org.jspecify.annotations.NullMarked;
