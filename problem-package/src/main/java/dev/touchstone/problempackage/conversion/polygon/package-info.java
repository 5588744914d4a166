/**
 * Converts packages exported by Codeforces' Polygon ({@code problem.xml}) to the problem package
 * format, version 2023-07.
 */
@NullMarked
package dev.touchstone.problempackage.conversion.polygon;

import org.jspecify.annotations.NullMarked;
