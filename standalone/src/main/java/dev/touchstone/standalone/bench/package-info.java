/** What benchmarks of the whole platform have in common: a platform to measure, and figures. */
@NullMarked
package dev.touchstone.standalone.bench;

import org.jspecify.annotations.NullMarked;
