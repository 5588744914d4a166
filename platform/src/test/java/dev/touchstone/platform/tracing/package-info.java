@NullMarked
package dev.touchstone.platform.tracing;

import org.jspecify.annotations.NullMarked;
