package dev.touchstone.operations.backup;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.operations.process.Program;
import dev.touchstone.platformdata.database.DatabaseAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * PostgreSQL's own programs.
 *
 * @param folder where they are; empty for those on the {@code PATH}
 * @param jobs how many tables are worked on at a time
 */
record PostgresPrograms(Optional<Path> folder, int jobs) {
  private static final Duration LIMIT = Duration.ofHours(12);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) ([0-9]+)");
  private static final String DUMP = "pg_dump";
  private static final String RESTORE = "pg_restore";

  /**
   * Checks that the server can be dumped, which an older program refuses.
   *
   * @param server its major version
   * @throws OperationFailed if the program is older
   */
  void requireForDump(int server) {
    int version = version(DUMP);
    if (version < server) {
      throw unfit(DUMP, version, server, "of that version or newer");
    }
  }

  /**
   * Checks that a dump can be restored into the server: a newer program sends settings that the
   * server doesn't know.
   *
   * @param server its major version
   * @throws OperationFailed if the program is of another one
   */
  void requireForRestore(int server) {
    int version = version(RESTORE);
    if (version != server) {
      throw unfit(RESTORE, version, server, "of that version");
    }
  }

  private int version(String program) {
    String text = Program.run(List.of(path(program), "--version"), Map.of(), "", ANSWER).output();
    Matcher found = VERSION.matcher(text);
    if (!found.find()) {
      throw new OperationFailed("%s names no version: %s".formatted(program, text.strip()));
    }
    return Integer.parseInt(found.group(1));
  }

  private static OperationFailed unfit(String program, int version, int server, String needed) {
    return new OperationFailed(
        "%s is of version %d, and the server of version %d. Install one %s, and name its folder with --programs."
            .formatted(program, version, server, needed));
  }

  /** Dumps what a snapshot shows into a folder that it makes; the archive compresses it. */
  void dump(Snapshot snapshot, Path target) {
    run(
        DUMP,
        snapshot.address(),
        List.of(
            "--format=directory",
            "--compress=0",
            "--jobs=" + jobs,
            // Whoever waits for us to change a table would let it wait for himself.
            "--lock-wait-timeout=" + Snapshot.PATIENCE.toMillis(),
            "--snapshot=" + snapshot.id(),
            "--file=" + target));
  }

  /** Restores a dump into an empty database, where everything is to belong to the owner. */
  void restore(Path dump, DatabaseAddress target, String owner) {
    run(
        RESTORE,
        target,
        List.of(
            "--jobs=" + jobs,
            "--no-owner",
            "--no-privileges",
            "--exit-on-error",
            "--role=" + owner,
            dump.toString()));
  }

  private void run(String program, DatabaseAddress address, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(path(program));
    command.add("--no-password");
    command.add("--dbname=" + address.libpqUrl());
    command.addAll(options);
    Map<String, String> environment =
        Map.of(
            "PGUSER",
            address.user(),
            "PGPASSWORD",
            address.password().current().reveal(),
            "PGAPPNAME",
            "touchstone-operations",
            "PGCONNECT_TIMEOUT",
            "10");
    Program.Ending ending = Program.run(command, environment, "", LIMIT);
    String _ = new Program.Ending(ending.status(), withoutRows(ending.output())).required(program);
  }

  private String path(String program) {
    return folder.map(path -> path.resolve(program).toString()).orElse(program);
  }

  /** Leaves out the lines that quote rows, which hold what people wrote. */
  static String withoutRows(String output) {
    return output
        .lines()
        .filter(line -> !line.startsWith("DETAIL:") && !line.startsWith("CONTEXT:"))
        .collect(Collectors.joining("\n"));
  }
}
