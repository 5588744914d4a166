/** What responses and events show of any job; submissions and runs add their own. */
@NullMarked
package dev.touchstone.scores.view;

import org.jspecify.annotations.NullMarked;
