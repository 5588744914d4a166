/**
 * The first contact with a request: who it comes from, its id, its log line, its standard headers.
 */
@NullMarked
package dev.touchstone.gateway.edge;

import org.jspecify.annotations.NullMarked;
