/**
 * All of Touchstone in one process, for a laptop and for tests: an embedded PostgreSQL, the three
 * services, a judge and the gateway, wired as they are in a cluster but over the loopback
 * interface.
 */
@NullMarked
package dev.touchstone.standalone;

import org.jspecify.annotations.NullMarked;
