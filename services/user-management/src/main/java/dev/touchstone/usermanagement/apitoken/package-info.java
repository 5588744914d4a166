/** Personal tokens with which programs act for their owners. */
@NullMarked
package dev.touchstone.usermanagement.apitoken;

import org.jspecify.annotations.NullMarked;
