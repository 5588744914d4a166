/**
 * Turns packages as Codeforces' Polygon exports them ({@code problem.xml}) into the problem package
 * format, version 2023-07.
 */
@NullMarked
package dev.touchstone.problempackage.conversion.polygon;

import org.jspecify.annotations.NullMarked;
