/**
 * User management: {@code user} has the accounts, {@code password} and {@code token} the passwords
 * and the signing keys, {@code session} signs in and out, {@code account} and {@code
 * administration} change accounts.
 */
@NullMarked
package dev.touchstone.usermanagement;

import org.jspecify.annotations.NullMarked;
