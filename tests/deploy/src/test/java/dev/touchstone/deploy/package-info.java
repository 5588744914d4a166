/**
 * Proves the charts of {@code deploy/charts} and the sources of {@code deploy/images} as far as
 * that can be done without a cluster.
 *
 * <ul>
 *   <li>{@link dev.touchstone.deploy.ChartTest}: helm accepts each chart with every values file,
 *       and every object has the fields of its type, no others, and keeps every rule
 *   <li>{@link dev.touchstone.deploy.RuleTest}: each rule, on an object that breaks it
 *   <li>{@link dev.touchstone.deploy.EnvironmentTest}: the programs read exactly the variables that
 *       the charts set
 *   <li>{@link dev.touchstone.deploy.ArrowsTest}: network policies and the architecture's diagrams
 *   <li>{@link dev.touchstone.deploy.AdmissionPolicyTest}: what pods the judges' namespace admits
 *   <li>{@link dev.touchstone.deploy.AddressesTest}: probes and paths that exist
 *   <li>{@link dev.touchstone.deploy.ImagesTest}: the images' sources, which are not built here
 *   <li>{@link dev.touchstone.deploy.ChartReadmeTest}: schemas and READMEs match the values
 * </ul>
 *
 * <p>They fetch helm and the types of custom resources with {@code npm ci} when they first need
 * them.
 */
@NullMarked
package dev.touchstone.deploy;

import org.jspecify.annotations.NullMarked;
