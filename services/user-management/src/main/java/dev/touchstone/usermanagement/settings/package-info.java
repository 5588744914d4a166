/** What administrators change while the service runs. */
@NullMarked
package dev.touchstone.usermanagement.settings;

import org.jspecify.annotations.NullMarked;
