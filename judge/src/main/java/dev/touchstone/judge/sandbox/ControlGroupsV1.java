package dev.touchstone.judge.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Control groups of version 1, one tree per controller, also beside version 2 (hybrid). */
final class ControlGroupsV1 implements ControlGroups {
  private static final List<String> CONTROLLERS = List.of("memory", "pids", "cpuacct");
  private final Path mount;
  private final String parent;

  private ControlGroupsV1(Path mount, String parent) {
    this.mount = mount;
    this.parent = parent;
  }

  static Optional<ControlGroups> detect(Path mount) {
    String parent = Leftovers.GROUP_PREFIX + Leftovers.self();
    boolean usable =
        CONTROLLERS.stream().allMatch(controller -> Files.isWritable(mount.resolve(controller)));
    if (usable) {
      CONTROLLERS.forEach(controller -> Leftovers.removeGroups(mount.resolve(controller)));
    }
    return usable ? Optional.of(new ControlGroupsV1(mount, parent)) : Optional.empty();
  }

  @Override
  public ControlGroup create(String name, Limits limits) {
    List<Path> folders =
        CONTROLLERS.stream()
            .map(controller ->
                GroupFiles.create(mount.resolve(controller).resolve(parent).resolve(name)))
            .toList();
    Group group = new Group(folders.get(0), folders.get(1), folders.get(2));
    GroupFiles.write(
        group.memory.resolve("memory.limit_in_bytes"), Long.toString(limits.memoryBytes()));
    Path withSwap = group.memory.resolve("memory.memsw.limit_in_bytes");
    if (Files.exists(withSwap)) {
      GroupFiles.write(withSwap, Long.toString(limits.memoryBytes()));
    }
    GroupFiles.write(group.pids.resolve("pids.max"), Integer.toString(limits.processes()));
    return group;
  }

  @Override
  public String description() {
    return "cgroup v1: memory, pids, cpuacct";
  }

  @Override
  public void close() {
    CONTROLLERS.forEach(controller -> GroupFiles.remove(mount.resolve(controller).resolve(parent)));
  }

  private record Group(Path memory, Path pids, Path cpu) implements ControlGroup {
    @Override
    public void add(int process) {
      for (Path folder : List.of(memory, pids, cpu)) {
        GroupFiles.write(folder.resolve("cgroup.procs"), Integer.toString(process));
      }
    }

    @Override
    public Duration cpuTime() {
      return Duration.ofNanos(GroupFiles.number(cpu.resolve("cpuacct.usage")));
    }

    @Override
    public long peakMemory() {
      return GroupFiles.number(memory.resolve("memory.max_usage_in_bytes"));
    }

    @Override
    public boolean outOfMemory() {
      return GroupFiles.number(memory.resolve("memory.oom_control"), "oom_kill") > 0;
    }

    @Override
    public void kill() {
      GroupFiles.killMembers(pids);
    }

    @Override
    public void close() {
      GroupFiles.remove(memory);
      GroupFiles.remove(pids);
      GroupFiles.remove(cpu);
    }
  }
}
