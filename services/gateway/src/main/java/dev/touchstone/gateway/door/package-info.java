/** Who may hold a connection: deadlines, limits per network, and who leaves when it is full. */
@NullMarked
package dev.touchstone.gateway.door;

import org.jspecify.annotations.NullMarked;
