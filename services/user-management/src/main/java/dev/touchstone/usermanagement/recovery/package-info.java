/** A new password for those who have forgotten theirs. */
@NullMarked
package dev.touchstone.usermanagement.recovery;

import org.jspecify.annotations.NullMarked;
