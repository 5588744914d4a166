/** Hands Terraform's values over to Argo CD, as metadata of the cluster's secret. */
@NullMarked
package dev.touchstone.operations.handover;

import org.jspecify.annotations.NullMarked;
