@NullMarked
package dev.touchstone.platformdata.object;

import org.jspecify.annotations.NullMarked;
