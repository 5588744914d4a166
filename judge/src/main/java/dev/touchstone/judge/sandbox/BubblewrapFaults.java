package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Known faults of the installed bubblewrap, by its version. A distribution may have mended one
 * without another version, so a fault is named, and does not prevent a start.
 *
 * @param version as it reports itself
 * @param setuid whether it is installed so that it runs as root
 */
record BubblewrapFaults(String version, boolean setuid) {
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?");
  private static final Pattern SAID = Pattern.compile("bubblewrap (" + VERSION + ")");
  private static final int SECONDS = 5;

  /**
   * A fault.
   *
   * @param since the first version that has it
   * @param until the first that does not
   * @param setuid whether it is one of setuid installations only
   * @param concerns whether a program of a learner could use it
   */
  private record Fault(
      String name, String since, String until, boolean setuid, boolean concerns, String what) {}

  /** Without those of versions that are too old to make a box here. */
  private static final List<Fault> KNOWN =
      List.of(
          new Fault(
              "CVE-2019-12439",
              "0",
              "0.3.3",
              false,
              true,
              "it mounts over a folder in /tmp that" + " others may have made"),
          new Fault(
              "CVE-2020-5291",
              "0.4.0",
              "0.4.1",
              true,
              false,
              "any user can become root through it"),
          new Fault(
              "CVE-2026-41163",
              "0.11.0",
              "0.11.2",
              true,
              false,
              "any user can make overlay mounts" + " through it"),
          new Fault(
              "CVE-2026-87766",
              "0",
              "0.12.0",
              false,
              false,
              "it may write outside of a box where a"
                  + " mount point is below a link of the program; boxes here have none"));

  /** Asks a bubblewrap for its version. */
  static BubblewrapFaults of(Path program) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true).start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new BubblewrapFaults("", false);
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher version = SAID.matcher(said);
      int mode = (Integer) Files.getAttribute(program, "unix:mode");
      return new BubblewrapFaults(version.find() ? version.group(1) : "", (mode & 04000) != 0);
    } catch (IOException e) {
      throw new SandboxException("bubblewrap can't be asked for its version.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while asking bubblewrap for its version.", e);
    }
  }

  /** What the operator must know. It is active unless a fault concerns this machine. */
  Protection protection() {
    String name = "bubblewrap without known faults";
    if (version.isEmpty()) {
      return new Protection(name, false, false, "bubblewrap does not report its version");
    }
    List<Fault> faults = KNOWN.stream().filter(this::has).toList();
    boolean concerned = faults.stream().anyMatch(fault -> fault.concerns() || fault.setuid());
    String named =
        faults.stream()
            .map(fault -> "%s (until %s): %s".formatted(fault.name(), fault.until(), fault.what()))
            .collect(Collectors.joining("; "));
    String advice =
        concerned ? "; install a newer one, unless your distribution has mended this one" : "";
    return new Protection(
        name, !concerned, false, named.isEmpty() ? version : version + " has " + named + advice);
  }

  private boolean has(Fault fault) {
    return (setuid || !fault.setuid())
        && compare(version, fault.since()) >= 0
        && compare(version, fault.until()) < 0;
  }

  private static int compare(String one, String other) {
    return Long.compare(number(one), number(other));
  }

  private static long number(String version) {
    Matcher parts = VERSION.matcher(version);
    if (!parts.matches()) {
      return 0;
    }
    String patch = parts.group(3) == null ? "0" : parts.group(3);
    return (Long.parseLong(parts.group(1)) * 10_000 + Long.parseLong(parts.group(2))) * 10_000
        + Long.parseLong(patch);
  }
}
