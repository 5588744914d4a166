/** What requests cost, in services and gateway, compared with nginx: for {@code bench api}. */
@NullMarked
package dev.touchstone.standalone.apibench;

import org.jspecify.annotations.NullMarked;
