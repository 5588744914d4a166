/**
 * The model of a problem package: ICPC's format in its versions {@code legacy}, {@code 2023-07} and
 * {@code 2025-09}, with Touchstone's additions in {@code touchstone.yaml}. Everything here is
 * immutable.
 *
 * <ul>
 *   <li>{@code reading} makes a {@link dev.touchstone.problempackage.ProblemPackage} of a folder.
 *   <li>{@code archive} unpacks ZIP archives safely.
 *   <li>{@code conversion} makes our format of Polygon's and Markdown of LaTeX.
 *   <li>{@code function} describes exercises in which learners write one function.
 * </ul>
 */
@NullMarked
package dev.touchstone.problempackage;

import org.jspecify.annotations.NullMarked;
