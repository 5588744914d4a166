/**
 * Runs an untrusted command so that it can do no harm: namespaces by bubblewrap, limits and
 * accounting by cgroups, a seccomp filter, resource limits, a separate user. Does not depend on
 * problems, languages or verdicts.
 */
@NullMarked
package dev.touchstone.judge.sandbox;

import org.jspecify.annotations.NullMarked;
