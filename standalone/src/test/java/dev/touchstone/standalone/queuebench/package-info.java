@NullMarked
package dev.touchstone.standalone.queuebench;

import org.jspecify.annotations.NullMarked;
