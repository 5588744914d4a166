@NullMarked
package dev.touchstone.problempackage;

import org.jspecify.annotations.NullMarked;
