/** Refusals and failures as problem documents. */
@NullMarked
package dev.touchstone.gateway.problem;

import org.jspecify.annotations.NullMarked;
