/** An account: its data, the rules for its names, and where it is stored. */
@NullMarked
package dev.touchstone.usermanagement.user;

import org.jspecify.annotations.NullMarked;
