/** A small cache that lives in the process, or across processes where Redis is configured. */
@NullMarked
package dev.touchstone.platformdata.cache;

import org.jspecify.annotations.NullMarked;
