/** The names of categories and tags in several languages. */
@NullMarked
package dev.touchstone.exercises.topic;

import org.jspecify.annotations.NullMarked;
