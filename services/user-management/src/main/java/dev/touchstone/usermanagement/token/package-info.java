/** Access tokens and the keys that sign them. */
@NullMarked
package dev.touchstone.usermanagement.token;

import org.jspecify.annotations.NullMarked;
