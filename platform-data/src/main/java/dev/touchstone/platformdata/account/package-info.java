/** What services that keep rows about persons have in common. */
@NullMarked
package dev.touchstone.platformdata.account;

import org.jspecify.annotations.NullMarked;
