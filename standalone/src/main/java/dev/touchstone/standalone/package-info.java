@NullMarked
package dev.touchstone.standalone;

import org.jspecify.annotations.NullMarked;
