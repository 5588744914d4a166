/** Problem packages as zip archives: unpacked with suspicion, packed file by file. */
@NullMarked
package dev.touchstone.exercises.archive;

import org.jspecify.annotations.NullMarked;
