package dev.touchstone.operations.keys;

/** Runs scripts on the bastion, by another way than SSH with the keys that are rotated. */
interface BastionShell {
  /** Runs a script as root and returns what it prints. */
  String run(String script);
}
