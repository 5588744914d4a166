/** Signing in, staying signed in, and ending it at once everywhere. */
@NullMarked
package dev.touchstone.usermanagement.session;

import org.jspecify.annotations.NullMarked;
