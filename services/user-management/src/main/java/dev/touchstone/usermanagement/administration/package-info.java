/** What administrators do with accounts, and where the first of them comes from. */
@NullMarked
package dev.touchstone.usermanagement.administration;

import org.jspecify.annotations.NullMarked;
