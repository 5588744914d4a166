/** Administration of accounts, and the first administrator. */
@NullMarked
package dev.touchstone.usermanagement.administration;

import org.jspecify.annotations.NullMarked;
