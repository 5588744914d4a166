package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds out which setting of the machine or the container prevents bubblewrap from starting. */
final class MissingSetting {
  private static final List<String> NAMESPACES =
      List.of("user", "pid", "net", "ipc", "uts", "mnt", "cgroup");

  /** What to look for in bubblewrap's message, and what it means. */
  private record Symptom(String words, String meaning) {}

  private static final List<Symptom> SYMPTOMS =
      List.of(
          new Symptom(
              "mount proc",
              "/proc is masked, as usual in containers: set procMount: Unmasked in Kubernetes,"
                  + " --security-opt systempaths=unconfined in Docker"),
          new Symptom(
              "may not trace",
              "the judge needs ptrace to hold a program until its box is closed: set sysctl"
                  + " kernel.yama.ptrace_scope=1 or 0; in a container use a seccomp profile that"
                  + " allows ptrace"),
          new Symptom(
              "SECCOMP",
              "the kernel does not support seccomp filters: build it with CONFIG_SECCOMP_FILTER"),
          new Symptom(
              "Resource temporarily unavailable",
              "the user has reached its number of processes (ulimit -u, or pids.max of its"
                  + " control group): allow more"),
          new Symptom(
              "can't be started",
              "bubblewrap is installed but does not run: apt-get install --reinstall bubblewrap"));

  private static final String UNKNOWN =
      "install bubblewrap and util-linux, and allow unprivileged user namespaces"
          + " (sysctl kernel.unprivileged_userns_clone=1, user.max_user_namespaces>0; on Ubuntu"
          + " kernel.apparmor_restrict_unprivileged_userns=0; in a container use a seccomp profile"
          + " that allows clone, unshare and mount)";

  private final Path settings;

  /**
   * Looks at the kernel's settings.
   *
   * @param settings {@code /proc/sys}
   */
  MissingSetting(Path settings) {
    this.settings = settings;
  }

  /** What to change, according to the settings and to bubblewrap's message. */
  String explain(String said) {
    for (String kind : NAMESPACES) {
      String name = "user/max_" + kind + "_namespaces";
      if (is(name, "0")) {
        return "the kernel allows no " + kind + " namespaces: set " + sysctl(name, "15000");
      }
    }
    if (is("kernel/unprivileged_userns_clone", "0")) {
      return "the kernel allows no user namespaces for ordinary users: set "
          + sysctl("kernel/unprivileged_userns_clone", "1");
    }
    if (is("kernel/apparmor_restrict_unprivileged_userns", "1")) {
      return "AppArmor restricts user namespaces: set "
          + sysctl("kernel/apparmor_restrict_unprivileged_userns", "0")
          + ", or add a profile for bwrap that allows userns";
    }
    return SYMPTOMS.stream()
        .filter(symptom -> said.contains(symptom.words()))
        .map(Symptom::meaning)
        .findFirst()
        .orElse(UNKNOWN);
  }

  private boolean is(String name, String value) {
    return read(name).filter(value::equals).isPresent();
  }

  private Optional<String> read(String name) {
    try {
      return Optional.of(Files.readString(settings.resolve(name)).strip());
    } catch (IOException e) {
      return Optional.empty(); // this kernel has no such setting
    }
  }

  private static String sysctl(String name, String value) {
    return "sysctl " + name.replace('/', '.') + "=" + value;
  }
}
