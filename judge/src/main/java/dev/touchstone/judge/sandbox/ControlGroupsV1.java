package dev.touchstone.judge.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Control groups of version 1, one tree per controller, also beside version 2 (hybrid). */
final class ControlGroupsV1 implements ControlGroups {
  private static final List<String> CONTROLLERS = List.of("memory", "pids", "cpuacct");

  /** Bubblewrap outside of a box, and the first process inside. */
  private static final int OWN_PROCESSES = 2;

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
    Group group = new Group(folders);
    GroupFiles.write(
        group.memory.resolve("memory.limit_in_bytes"), Long.toString(limits.memoryBytes()));
    Path withSwap = group.memory.resolve("memory.memsw.limit_in_bytes");
    if (Files.exists(withSwap)) {
      GroupFiles.write(withSwap, Long.toString(limits.memoryBytes()));
    }
    GroupFiles.write(
        group.pids.resolve("pids.max"), Integer.toString(limits.processes() + OWN_PROCESSES));
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

  private static final class Group implements ControlGroup {
    private final Path memory;
    private final Path pids;
    private final Path cpu;
    private volatile Duration before = Duration.ZERO;

    Group(List<Path> folders) {
      this.memory = folders.get(0);
      this.pids = folders.get(1);
      this.cpu = folders.get(2);
    }

    /**
     * Takes the thread in. To move a process, the kernel first waits for all processors; a thread
     * that moves itself waits for nothing (cgroup_procs_write_start in kernel/cgroup/cgroup.c).
     */
    @Override
    public void enter() {
      for (Path folder : List.of(memory, pids, cpu)) {
        GroupFiles.write(folder.resolve("tasks"), "0");
      }
    }

    @Override
    public void leave() {
      for (Path folder : List.of(memory, pids, cpu)) {
        GroupFiles.write(folder.resolveSibling("tasks"), "0");
      }
    }

    @Override
    public void begin(int process) {
      GroupFiles.write(memory.resolve("memory.max_usage_in_bytes"), "0");
      before = used();
    }

    private Duration used() {
      return Duration.ofNanos(GroupFiles.number(cpu.resolve("cpuacct.usage")));
    }

    @Override
    public Duration cpuTime() {
      return used().minus(before);
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
