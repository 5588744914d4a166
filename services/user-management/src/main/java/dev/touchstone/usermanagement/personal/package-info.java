/** What is kept about a person: a copy of it, and its deletion. */
@NullMarked
package dev.touchstone.usermanagement.personal;

import org.jspecify.annotations.NullMarked;
