package dev.touchstone.standalone;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shell that stops the embedded PostgreSQL when this process ends without doing so itself:
 * killed, or out of memory. It waits for the end of its input, which the system closes with the
 * process.
 */
final class PostgresGuard implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PostgresGuard.class);

  /** SIGINT is PostgreSQL's "fast shutdown": clients are disconnected, nothing is lost. */
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      read -r line && exit 0
      kill -INT "$1" 2>/dev/null || exit 0
      echo 'touchstone: The process ended unexpectedly; its PostgreSQL is stopped and nothing is lost.' >&2
      echo 'touchstone: If it was out of memory, give it more: TOUCHSTONE_JAVA_OPTIONS=-Xmx512m (docs/running.md).' >&2
      """;

  private final Process shell;

  private PostgresGuard(Process shell) {
    this.shell = shell;
  }

  /** Guards a server. */
  static PostgresGuard of(ProcessHandle server) throws IOException {
    List<String> command = List.of("sh", "-c", SCRIPT, "sh", Long.toString(server.pid()));
    return new PostgresGuard(
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Ends the guard; the server continues. */
  @Override
  public void close() {
    try (var input = shell.getOutputStream()) {
      input.write('\n');
    } catch (IOException e) {
      log.debug("The PostgreSQL guard has already exited", e);
    }
  }
}
