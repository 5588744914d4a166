package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Generates the table of system calls, {@code system-calls.txt}, from the headers of the kernel
 * that this machine has (linux-libc-dev), by the preprocessor of gcc. Calls that are newer than
 * these headers stay as they are in the table.
 *
 * <p>Usage, in the folder {@code judge}: {@code java
 * src/test/java/dev/touchstone/judge/sandbox/SystemCallTable.java}
 */
final class SystemCallTable {
  static final Path FILE =
      Path.of("src/main/resources/dev/touchstone/judge/sandbox/system-calls.txt");

  private static final Pattern LINE = Pattern.compile("([a-z_0-9]+) (\\d+|-) (\\d+|-)");
  private static final Pattern NUMBER = Pattern.compile("#define (__NR\\w*?_)(\\w+) (\\d+)");
  private static final Pattern ALIAS = Pattern.compile("#define __NR_(\\w+) (__NR3264_\\w+)");

  /** Names of the generic header that are not calls. */
  private static final List<String> NO_CALLS = List.of("syscalls", "arch_specific_syscall");

  /** What 64-bit ARM chooses of the generic header (arch/arm64/include/uapi/asm/unistd.h). */
  private static final List<String> ARM64 =
      List.of(
          "-D__ARCH_WANT_RENAMEAT",
          "-D__ARCH_WANT_NEW_STAT",
          "-D__ARCH_WANT_SET_GET_RLIMIT",
          "-D__ARCH_WANT_SYS_CLONE3",
          "-D__ARCH_WANT_MEMFD_SECRET");

  private final Map<String, Integer> x86 = new TreeMap<>();
  private final Map<String, Integer> arm = new TreeMap<>();

  /** Rewrites the table. */
  public static void main(String[] arguments) throws Exception {
    String text = Files.readString(FILE);
    SystemCallTable table = fromHeaders();
    table.keepNewer(parse(text));
    List<String> lines =
        new ArrayList<>(text.lines().takeWhile(line -> line.startsWith("#")).toList());
    table.names().forEach(name -> lines.add(table.line(name)));
    Files.write(FILE, lines);
  }

  /** The table as it is. */
  static SystemCallTable parse(String text) {
    SystemCallTable table = new SystemCallTable();
    for (String line : text.lines().filter(line -> !line.startsWith("#")).toList()) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new IllegalArgumentException("No line of the table: " + line);
      }
      put(table.x86, parts.group(1), parts.group(2));
      put(table.arm, parts.group(1), parts.group(3));
    }
    return table;
  }

  /** The table from the headers of this machine; a column is empty if its header is missing. */
  static SystemCallTable fromHeaders() throws IOException, InterruptedException {
    SystemCallTable table = new SystemCallTable();
    table.x86.putAll(numbers("asm/unistd_64.h", List.of()));
    table.arm.putAll(numbers("asm-generic/unistd.h", ARM64));
    return table;
  }

  Map<String, Integer> x86() {
    return x86;
  }

  Map<String, Integer> arm() {
    return arm;
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>(x86.keySet());
    names.addAll(arm.keySet());
    return names;
  }

  private String line(String name) {
    return name + " " + text(x86, name) + " " + text(arm, name);
  }

  private static String text(Map<String, Integer> column, String name) {
    return column.containsKey(name) ? String.valueOf(column.get(name)) : "-";
  }

  private void keepNewer(SystemCallTable table) {
    keepNewer(x86, table.x86);
    keepNewer(arm, table.arm);
  }

  private static void keepNewer(Map<String, Integer> headers, Map<String, Integer> table) {
    int newest = newest(headers);
    table.forEach((name, number) -> {
      if (number > newest) {
        headers.put(name, number);
      }
    });
  }

  /** The largest number in a column. */
  static int newest(Map<String, Integer> column) {
    return column.values().stream().max(Integer::compare).orElse(-1);
  }

  private static void put(Map<String, Integer> column, String name, String number) {
    if (!number.equals("-")) {
      column.put(name, Integer.valueOf(number));
    }
  }

  /** The macros of a header; those of the form {@code __NR3264_} stand for a name of their own. */
  private static Map<String, Integer> numbers(String header, List<String> options)
      throws IOException, InterruptedException {
    List<String> macros = macros(header, options);
    Map<String, Integer> all = new TreeMap<>();
    macros.stream()
        .map(NUMBER::matcher)
        .filter(Matcher::matches)
        .forEach(
            macro -> all.put(macro.group(1) + macro.group(2), Integer.valueOf(macro.group(3))));
    Map<String, Integer> numbers = new TreeMap<>();
    all.forEach((name, number) -> {
      if (name.startsWith("__NR_")) {
        numbers.put(name.substring("__NR_".length()), number);
      }
    });
    macros.stream()
        .map(ALIAS::matcher)
        .filter(Matcher::matches)
        .forEach(macro -> numbers.put(macro.group(1), all.get(macro.group(2))));
    numbers.keySet().removeAll(NO_CALLS);
    return numbers;
  }

  private static List<String> macros(String header, List<String> options)
      throws IOException, InterruptedException {
    if (Stream.of("/usr/include", "/usr/include/x86_64-linux-gnu")
        .noneMatch(folder -> Files.exists(Path.of(folder, header)))) {
      return List.of();
    }
    List<String> line = new ArrayList<>(List.of("gcc", "-E", "-dM", "-x", "c"));
    line.addAll(options);
    line.addAll(List.of("-include", header, "/dev/null"));
    Process process =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("gcc can't read " + header);
    }
    return text.lines().toList();
  }
}
