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

  /** The group of the judge's threads while they are not in the group of a box. */
  private final List<KernelFile> home;

  private ControlGroupsV1(Path mount, String parent) {
    this.mount = mount;
    this.parent = parent;
    this.home =
        CONTROLLERS.stream()
            .map(controller -> GroupFiles.create(mount.resolve(controller).resolve(parent)))
            .map(folder -> KernelFile.writing(folder.resolve("tasks")))
            .toList();
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
  public ControlGroup create(String name) {
    List<Path> folders =
        CONTROLLERS.stream()
            .map(controller ->
                GroupFiles.create(mount.resolve(controller).resolve(parent).resolve(name)))
            .toList();
    return new Group(folders, home);
  }

  @Override
  public String description() {
    return "cgroup v1: memory, pids, cpuacct";
  }

  @Override
  public void close() {
    home.forEach(KernelFile::close);
    CONTROLLERS.forEach(controller -> GroupFiles.remove(mount.resolve(controller).resolve(parent)));
  }

  private static final class Group implements ControlGroup {
    private final List<Path> folders;
    private final List<KernelFile> home;
    private final List<KernelFile> tasks;
    private final KernelFile memoryLimit;
    private final Optional<KernelFile> limitWithSwap;
    private final KernelFile peak;
    private final KernelFile outOfMemory;
    private final KernelFile processes;
    private final KernelFile usage;
    private volatile Duration before = Duration.ZERO;

    Group(List<Path> folders, List<KernelFile> home) {
      this.folders = folders;
      this.home = home;
      Path memory = folders.get(0);
      Path withSwap = memory.resolve("memory.memsw.limit_in_bytes");
      this.tasks =
          folders.stream().map(folder -> KernelFile.writing(folder.resolve("tasks"))).toList();
      this.memoryLimit = KernelFile.writing(memory.resolve("memory.limit_in_bytes"));
      this.limitWithSwap =
          Files.exists(withSwap) ? Optional.of(KernelFile.writing(withSwap)) : Optional.empty();
      this.peak = KernelFile.both(memory.resolve("memory.max_usage_in_bytes"));
      this.outOfMemory = KernelFile.reading(memory.resolve("memory.oom_control"));
      this.processes = KernelFile.writing(pids().resolve("pids.max"));
      this.usage = KernelFile.reading(folders.get(2).resolve("cpuacct.usage"));
    }

    private Path pids() {
      return folders.get(1);
    }

    @Override
    public void limit(RunLimits limits) {
      String bytes = Long.toString(limits.memoryBytes());
      memoryLimit.write(bytes);
      limitWithSwap.ifPresent(file -> file.write(bytes));
      processes.write(Integer.toString(limits.processes() + OWN_PROCESSES));
    }

    /**
     * Moves the calling thread into the group. To move a process, the kernel first waits for all
     * processors; a thread that moves itself waits for nothing (cgroup_procs_write_start in
     * kernel/cgroup/cgroup.c).
     */
    @Override
    public void enter() {
      tasks.forEach(file -> file.write("0"));
    }

    @Override
    public void leave() {
      home.forEach(file -> file.write("0"));
    }

    /** It was born there. */
    @Override
    public void add(int process) {}

    @Override
    public void begin() {
      peak.write("0");
      before = used();
    }

    private Duration used() {
      return Duration.ofNanos(usage.number());
    }

    @Override
    public Duration cpuTime() {
      return used().minus(before);
    }

    @Override
    public long peakMemory() {
      return peak.number();
    }

    @Override
    public boolean ready() {
      return ReadyThreads.inGroup(pids().resolve("tasks"));
    }

    @Override
    public boolean outOfMemory() {
      return outOfMemory.number("oom_kill") > 0;
    }

    @Override
    public boolean holdsOnly(int... known) {
      return GroupFiles.holdsOnly(pids().resolve("tasks"), known);
    }

    @Override
    public void kill() {
      GroupFiles.killMembers(pids());
    }

    @Override
    public void close() {
      tasks.forEach(KernelFile::close);
      limitWithSwap.ifPresent(KernelFile::close);
      List.of(memoryLimit, peak, outOfMemory, processes, usage).forEach(KernelFile::close);
      folders.forEach(GroupFiles::remove);
    }
  }
}
