/**
 * Runs an untrusted command so that it can do no harm: namespaces by bubblewrap, limits and
 * accounting by cgroups, a seccomp filter, resource limits, a user of its own. Knows nothing of
 * problems, languages or verdicts.
 */
@NullMarked
package dev.touchstone.judge.sandbox;

import org.jspecify.annotations.NullMarked;
