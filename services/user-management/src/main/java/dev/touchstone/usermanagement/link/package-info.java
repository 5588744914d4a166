/** Links that work once and expire. */
@NullMarked
package dev.touchstone.usermanagement.link;

import org.jspecify.annotations.NullMarked;
