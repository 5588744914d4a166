package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Control groups of version 2, below the group of this process. The kernel lets a group have either
 * processes or limited children, so this process first moves into its own child; as root of the
 * whole hierarchy it need not.
 */
final class ControlGroupsV2 implements ControlGroups {
  private static final Logger log = LoggerFactory.getLogger(ControlGroupsV2.class);
  private static final String CONTROLLERS = "+memory +pids +cpu";
  private static final String CHILDREN = "cgroup.subtree_control";
  private static final String PROCESSES = "cgroup.procs";

  /** The group of the judge's own processes. */
  private static final String LEAF = "judge";

  private static final int ATTEMPTS = 20;

  /** The first process of a box, which waits for all others. */
  private static final int FIRST_PROCESS = 1;

  private final Path parent;

  private ControlGroupsV2(Path parent) {
    this.parent = parent;
  }

  static Optional<ControlGroups> detect(Path mount) {
    try {
      Path own = base(mount, own(mount));
      if (own.equals(mount)) {
        GroupFiles.write(own.resolve(CHILDREN), CONTROLLERS);
      } else {
        moveBelow(own);
      }
      Leftovers.removeGroups(own);
      Path parent = own.resolve(Leftovers.GROUP_PREFIX + Leftovers.self());
      GroupFiles.create(parent);
      GroupFiles.write(parent.resolve(CHILDREN), CONTROLLERS);
      return Optional.of(new ControlGroupsV2(parent));
    } catch (IOException | SandboxException e) {
      log.info("Control groups of version 2 are not available", e);
      return Optional.empty();
    }
  }

  @Override
  public ControlGroup create(String name) {
    Path folder = GroupFiles.create(parent.resolve(name));
    // Running out of memory ends the whole box; results of a part of it would mislead.
    GroupFiles.write(folder.resolve("memory.oom.group"), "1");
    return new Group(folder);
  }

  @Override
  public String description() {
    return "cgroup v2: memory, pids, cpu in " + parent;
  }

  @Override
  public void close() {
    GroupFiles.remove(parent);
  }

  /** The group of this process: the line {@code 0::/path} of its cgroup file. */
  private static Path own(Path mount) throws IOException {
    String path =
        Files.readString(Path.of("/proc/self/cgroup"))
            .lines()
            .filter(line -> line.startsWith("0::/"))
            .map(line -> line.substring("0::/".length()))
            .findFirst()
            .orElseThrow(
                () -> new SandboxException("This process is not in a cgroup of version 2."));
    // Inside a cgroup namespace the path starts above what is mounted.
    return path.isEmpty() || path.contains("..") ? mount : mount.resolve(path);
  }

  /**
   * The group below which boxes get theirs: the process's own, or its parent if an earlier judge
   * has moved the process that started this one.
   */
  static Path base(Path mount, Path own) {
    Path above = own.getParent();
    boolean moved =
        !own.equals(mount)
            && above != null
            && own.endsWith(LEAF)
            && Files.isReadable(above.resolve(CHILDREN))
            && List.of(GroupFiles.read(above.resolve(CHILDREN)).split(" "))
                .containsAll(List.of("memory", "pids", "cpu"));
    return moved && above != null ? above : own;
  }

  /** Moves all processes of a group to a child, so that the group may have limited children. */
  static void moveBelow(Path own) throws IOException {
    Path leaf = Files.createDirectories(own.resolve(LEAF));
    for (int attempt = 1; ; attempt++) {
      try {
        moveProcesses(own, leaf);
        GroupFiles.write(own.resolve(CHILDREN), CONTROLLERS);
        return;
      } catch (SandboxException e) {
        // A process that was not listed yet is still in the group.
        if (attempt == ATTEMPTS) {
          throw e;
        }
        GroupFiles.pause(attempt);
      }
    }
  }

  /** Those that end meanwhile can't be moved. One that stays makes the next step fail. */
  private static void moveProcesses(Path from, Path to) {
    for (String process : GroupFiles.read(from.resolve(PROCESSES)).lines().toList()) {
      try {
        GroupFiles.write(to.resolve(PROCESSES), process);
      } catch (SandboxException e) {
        log.debug("Process {} was not moved", process, e);
      }
    }
  }

  private static final class Group implements ControlGroup {
    private final Path folder;
    private final KernelFile processes;
    private final KernelFile usage;
    private final KernelFile peak;
    private final KernelFile events;

    Group(Path folder) {
      this.folder = folder;
      this.processes = KernelFile.writing(folder.resolve("cgroup.procs"));
      this.usage = KernelFile.reading(folder.resolve("cpu.stat"));
      Path most = folder.resolve("memory.peak"); // since Linux 5.19
      this.peak = KernelFile.reading(Files.exists(most) ? most : folder.resolve("memory.current"));
      this.events = KernelFile.reading(folder.resolve("memory.events"));
    }

    @Override
    public void limit(RunLimits limits) {
      GroupFiles.write(folder.resolve("memory.max"), Long.toString(limits.memoryBytes()));
      Path swap = folder.resolve("memory.swap.max");
      if (Files.exists(swap)) {
        GroupFiles.write(swap, "0");
      }
      GroupFiles.write(
          folder.resolve("pids.max"), Integer.toString(limits.processes() + FIRST_PROCESS));
    }

    /** Only whole processes may be in a group with a memory limit, so no thread enters it. */
    @Override
    public void enter() {}

    @Override
    public void leave() {}

    @Override
    public void add(int process) {
      processes.write(Integer.toString(process));
    }

    /** The process has done nothing in this group yet, because it waits. */
    @Override
    public void begin() {}

    @Override
    public Duration cpuTime() {
      return Duration.ofNanos(usage.number("usage_usec") * 1000);
    }

    @Override
    public long peakMemory() {
      return peak.number();
    }

    @Override
    public boolean ready() {
      return ReadyThreads.inGroup(folder.resolve("cgroup.threads"));
    }

    @Override
    public boolean outOfMemory() {
      return events.number("oom_kill") > 0;
    }

    @Override
    public boolean holdsOnly(int... known) {
      return GroupFiles.holdsOnly(folder.resolve("cgroup.threads"), known);
    }

    @Override
    public void kill() {
      Path kill = folder.resolve("cgroup.kill"); // since Linux 5.14
      if (Files.exists(kill)) {
        GroupFiles.write(kill, "1");
      } else {
        GroupFiles.killMembers(folder);
      }
    }

    @Override
    public void close() {
      List.of(processes, usage, peak, events).forEach(KernelFile::close);
      GroupFiles.remove(folder);
    }
  }
}
