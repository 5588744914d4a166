/** ZIP archives that anybody may have made. */
@NullMarked
package dev.touchstone.problempackage.archive;

import org.jspecify.annotations.NullMarked;
