/** Second factors: codes of an authenticator app and recovery codes. */
@NullMarked
package dev.touchstone.usermanagement.factor;

import org.jspecify.annotations.NullMarked;
