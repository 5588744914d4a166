/**
 * Traces: the spans of a service, joined to those of its callers. {@link
 * dev.touchstone.platform.tracing.Tracing} is where to begin.
 */
@NullMarked
package dev.touchstone.platform.tracing;

import org.jspecify.annotations.NullMarked;
