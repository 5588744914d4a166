/** Typed configuration from environment variables; every fault is reported at once. */
@NullMarked
package dev.touchstone.platform.config;

import org.jspecify.annotations.NullMarked;
