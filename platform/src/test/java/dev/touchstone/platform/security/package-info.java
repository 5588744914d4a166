@NullMarked
package dev.touchstone.platform.security;

import org.jspecify.annotations.NullMarked;
