@NullMarked
package dev.touchstone.standalone.bench;

import org.jspecify.annotations.NullMarked;
