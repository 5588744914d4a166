/**
 * The platform from the outside: real processes, the public API, real submissions. {@code
 * StandalonePlatformTest} and {@code FiveProcessesTest} run the same story of a learner.
 */
@NullMarked
package dev.touchstone.system;

import org.jspecify.annotations.NullMarked;
