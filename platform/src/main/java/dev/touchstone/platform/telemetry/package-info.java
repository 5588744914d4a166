/** Metrics and logs. */
@NullMarked
package dev.touchstone.platform.telemetry;

import org.jspecify.annotations.NullMarked;
