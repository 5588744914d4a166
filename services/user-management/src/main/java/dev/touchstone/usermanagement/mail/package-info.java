/** Mail: written with the change that needs it, sent afterwards. */
@NullMarked
package dev.touchstone.usermanagement.mail;

import org.jspecify.annotations.NullMarked;
