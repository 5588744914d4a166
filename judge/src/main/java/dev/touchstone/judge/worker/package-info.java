/** Leases submissions from the scores service, judges them and reports. */
@NullMarked
package dev.touchstone.judge.worker;

import org.jspecify.annotations.NullMarked;
