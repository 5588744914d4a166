/**
 * Drafts: packages that authors edit part by part or file by file. A draft is a list of files, as a
 * revision is; publishing reads it like any uploaded package.
 */
@NullMarked
package dev.touchstone.exercises.draft;

import org.jspecify.annotations.NullMarked;
