/** Tables that spreadsheet programs open. */
@NullMarked
package dev.touchstone.platformdata.csv;

import org.jspecify.annotations.NullMarked;
