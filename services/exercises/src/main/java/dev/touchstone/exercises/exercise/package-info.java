/**
 * What an exercise is: its revisions as trees of files, what is derived from them, the tables, and
 * how a folder becomes a revision.
 */
@NullMarked
package dev.touchstone.exercises.exercise;

import org.jspecify.annotations.NullMarked;
