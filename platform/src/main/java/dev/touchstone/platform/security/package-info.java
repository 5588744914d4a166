/** Who is calling: access tokens of people, fixed tokens of services and judges. */
@NullMarked
package dev.touchstone.platform.security;

import org.jspecify.annotations.NullMarked;
