/** Tables as text, as spreadsheet programs read and write them. */
@NullMarked
package dev.touchstone.usermanagement.csv;

import org.jspecify.annotations.NullMarked;
