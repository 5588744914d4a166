/** Who may register. */
@NullMarked
package dev.touchstone.usermanagement.registration;

import org.jspecify.annotations.NullMarked;
