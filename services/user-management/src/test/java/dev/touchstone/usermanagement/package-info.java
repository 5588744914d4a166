@NullMarked
package dev.touchstone.usermanagement;

import org.jspecify.annotations.NullMarked;
