/** YAML of untrusted packages, in our format and in those of other systems. */
@NullMarked
package dev.touchstone.problempackage.yaml;

import org.jspecify.annotations.NullMarked;
