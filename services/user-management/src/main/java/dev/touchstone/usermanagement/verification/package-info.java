/** Which mail addresses count: those whose owner has opened a link that was sent there. */
@NullMarked
package dev.touchstone.usermanagement.verification;

import org.jspecify.annotations.NullMarked;
