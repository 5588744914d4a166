package dev.touchstone.operations.backup;

import dev.touchstone.operations.process.Program;
import dev.touchstone.platformdata.database.DatabaseAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PostgreSQL's own programs. They must be at least of the server's major version.
 *
 * @param folder where they are; empty for those on the {@code PATH}
 * @param jobs how many tables are worked on at a time
 */
record PostgresPrograms(Optional<Path> folder, int jobs) {
  private static final Duration LIMIT = Duration.ofHours(12);

  /** Dumps what a snapshot shows into a folder that it makes; the archive compresses it. */
  void dump(Snapshot snapshot, Path target) {
    run(
        "pg_dump",
        snapshot.address(),
        List.of(
            "--format=directory",
            "--compress=0",
            "--jobs=" + jobs,
            "--snapshot=" + snapshot.id(),
            "--file=" + target));
  }

  /** Restores a dump into an empty database, where everything is to belong to the owner. */
  void restore(Path dump, DatabaseAddress target, String owner) {
    run(
        "pg_restore",
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
    command.add(folder.map(path -> path.resolve(program).toString()).orElse(program));
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
    String _ = Program.run(command, environment, "", LIMIT).required(program);
  }
}
