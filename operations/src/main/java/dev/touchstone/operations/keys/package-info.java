/** Rotation of the SSH key that opens tunnels through the bastion. */
@NullMarked
package dev.touchstone.operations.keys;

import org.jspecify.annotations.NullMarked;
