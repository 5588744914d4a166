@NullMarked
package dev.touchstone.platformdata.cache;

import org.jspecify.annotations.NullMarked;
