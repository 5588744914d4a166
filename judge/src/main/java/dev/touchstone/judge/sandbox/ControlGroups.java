package dev.touchstone.judge.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Makes control groups of the version that this machine has. Thread-safe. */
interface ControlGroups extends AutoCloseable {
  /** Where Linux distributions mount control groups. */
  Path MOUNT = Path.of("/sys/fs/cgroup");

  /** Makes a group that has no limits yet. */
  ControlGroup create(String name);

  /** The kind of control groups, for the operator. */
  String description();

  @Override
  void close();

  /** Detects the version; empty if this user can't make groups on this machine. */
  static Optional<ControlGroups> detect() {
    boolean unified = Files.exists(MOUNT.resolve("cgroup.controllers"));
    return unified ? ControlGroupsV2.detect(MOUNT) : ControlGroupsV1.detect(MOUNT);
  }
}
