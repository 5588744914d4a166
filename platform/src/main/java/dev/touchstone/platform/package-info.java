@NullMarked
package dev.touchstone.platform;

import org.jspecify.annotations.NullMarked;
