/** Files and folders. */
@NullMarked
package dev.touchstone.platform.files;

import org.jspecify.annotations.NullMarked;
