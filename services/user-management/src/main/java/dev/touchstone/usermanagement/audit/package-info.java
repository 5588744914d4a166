/** The log of what concerns security and teaching. */
@NullMarked
package dev.touchstone.usermanagement.audit;

import org.jspecify.annotations.NullMarked;
