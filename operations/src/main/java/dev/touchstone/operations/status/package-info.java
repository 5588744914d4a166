/**
 * The public status page: checks of the gateway with their history of 90 days, and incidents. All
 * of it is kept in one folder or bucket.
 */
@NullMarked
package dev.touchstone.operations.status;

import org.jspecify.annotations.NullMarked;
