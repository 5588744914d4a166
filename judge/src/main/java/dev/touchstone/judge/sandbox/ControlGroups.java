package dev.touchstone.judge.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Makes control groups of the version that this machine has. Thread-safe. */
interface ControlGroups extends AutoCloseable {
  /** Where control groups are mounted on every Linux of today. */
  Path MOUNT = Path.of("/sys/fs/cgroup");

  /** Makes a group that has no limits yet. */
  ControlGroup create(String name);

  /** Says how, for an operator. */
  String description();

  @Override
  void close();

  /** Finds out what this machine and this user can do; empty if no group can be made. */
  static Optional<ControlGroups> detect() {
    boolean unified = Files.exists(MOUNT.resolve("cgroup.controllers"));
    return unified ? ControlGroupsV2.detect(MOUNT) : ControlGroupsV1.detect(MOUNT);
  }
}
