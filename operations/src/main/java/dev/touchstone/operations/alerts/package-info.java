/** Tests the ways that alerts take, with the messages that Terraform has set up. */
@NullMarked
package dev.touchstone.operations.alerts;

import org.jspecify.annotations.NullMarked;
