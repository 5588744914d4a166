/** Sign-in with an OpenID Connect provider, such as that of a school. */
@NullMarked
package dev.touchstone.usermanagement.oidc;

import org.jspecify.annotations.NullMarked;
