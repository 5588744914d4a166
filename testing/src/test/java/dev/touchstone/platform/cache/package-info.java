@NullMarked
package dev.touchstone.platform.cache;

import org.jspecify.annotations.NullMarked;
