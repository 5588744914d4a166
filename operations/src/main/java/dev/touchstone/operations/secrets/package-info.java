/** Creation and rotation of the secrets that the platform's programs share. */
@NullMarked
package dev.touchstone.operations.secrets;

import org.jspecify.annotations.NullMarked;
