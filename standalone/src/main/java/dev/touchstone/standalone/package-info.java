/**
 * All of Touchstone on one machine, for a laptop and for tests: the three services and the gateway
 * in one process, an embedded PostgreSQL and a judge in their own, wired as they are in a cluster
 * but over the loopback interface.
 */
@NullMarked
package dev.touchstone.standalone;

import org.jspecify.annotations.NullMarked;
