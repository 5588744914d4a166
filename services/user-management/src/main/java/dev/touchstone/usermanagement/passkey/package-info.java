/** Signing in with a device instead of a password: Web Authentication (W3C, level 3). */
@NullMarked
package dev.touchstone.usermanagement.passkey;

import org.jspecify.annotations.NullMarked;
