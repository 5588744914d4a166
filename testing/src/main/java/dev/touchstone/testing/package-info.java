/** Fixtures for tests: a real PostgreSQL, tokens, an HTTP client, contract checks, module rules. */
@NullMarked
package dev.touchstone.testing;

import org.jspecify.annotations.NullMarked;
