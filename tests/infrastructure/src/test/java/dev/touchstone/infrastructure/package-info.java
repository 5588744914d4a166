/**
 * Proves the Terraform of {@code infrastructure/} as far as that can be done without an AWS
 * account.
 *
 * <ul>
 *   <li>{@link dev.touchstone.infrastructure.ModuleTest}: every module, with mock providers
 *   <li>{@link dev.touchstone.infrastructure.DeploymentTest}: every root, applied to moto, asked
 *       over the AWS API, planned again, destroyed
 *   <li>{@link dev.touchstone.infrastructure.PolicyRuleTest}: each policy rule, on a plan that
 *       breaks it
 *   <li>{@link dev.touchstone.infrastructure.LayoutTest}: format, lock files, READMEs
 * </ul>
 *
 * <p>Where Terraform, its AWS provider or moto is missing, tests are skipped with that reason.
 */
@NullMarked
package dev.touchstone.infrastructure;

import org.jspecify.annotations.NullMarked;
