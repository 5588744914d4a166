@NullMarked
package dev.touchstone.standalone.apibench;

import org.jspecify.annotations.NullMarked;
