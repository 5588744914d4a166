/** Problem packages as ZIP archives: received and unpacked, or packed file by file. */
@NullMarked
package dev.touchstone.exercises.archive;

import org.jspecify.annotations.NullMarked;
