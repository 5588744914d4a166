/** Passwords: which are taken, and how they are kept. */
@NullMarked
package dev.touchstone.usermanagement.password;

import org.jspecify.annotations.NullMarked;
