/** Collects what a report of a fault needs, without secrets. */
@NullMarked
package dev.touchstone.operations.support;

import org.jspecify.annotations.NullMarked;
