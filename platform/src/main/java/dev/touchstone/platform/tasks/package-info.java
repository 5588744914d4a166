/** Recurring work of a service. */
@NullMarked
package dev.touchstone.platform.tasks;

import org.jspecify.annotations.NullMarked;
