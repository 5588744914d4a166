/**
 * User management: {@code user} is the account, {@code password} and {@code token} keep secrets,
 * {@code session} signs in and out, {@code account} and {@code administration} change accounts.
 */
@NullMarked
package dev.touchstone.usermanagement;

import org.jspecify.annotations.NullMarked;
