/**
 * User management: {@code user} has the accounts, {@code password} and {@code token} the passwords
 * and the signing keys, {@code session} signs in and out, {@code registration} says who may
 * register, {@code account} and {@code administration} change accounts, {@code verification} and
 * {@code recovery} confirm addresses and replace forgotten passwords by {@code link} and {@code
 * mail}, {@code audit} logs it all, {@code settings} change at run time.
 */
@NullMarked
package dev.touchstone.usermanagement;

import org.jspecify.annotations.NullMarked;
