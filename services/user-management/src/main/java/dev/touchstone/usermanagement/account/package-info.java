/** What people do with their own account. */
@NullMarked
package dev.touchstone.usermanagement.account;

import org.jspecify.annotations.NullMarked;
