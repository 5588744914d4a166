@NullMarked
package dev.touchstone.gateway;

import org.jspecify.annotations.NullMarked;
