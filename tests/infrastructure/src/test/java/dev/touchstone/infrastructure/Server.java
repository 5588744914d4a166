package dev.touchstone.infrastructure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server program that runs until it is closed or this JVM ends. */
final class Server implements AutoCloseable {
  private final Process process;
  private final String ready;

  private Server(Process process, String ready) {
    this.process = process;
    this.ready = ready;
  }

  /**
   * Starts a program, with variables as {@link Command#set} sets them, and waits until it is ready.
   *
   * @param line the line that it writes then; the first group is its address
   */
  static Server start(Map<String, String> environment, List<String> words, Pattern line) {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    Command.set(environment, builder);
    try {
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
      StringBuilder seen = new StringBuilder();
      for (String text = output.readLine(); text != null; text = output.readLine()) {
        seen.append(text).append('\n');
        Matcher matcher = line.matcher(text);
        if (matcher.find()) {
          // It may write a line for each request: an unread pipe would fill up and block it.
          Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
          return new Server(process, matcher.group(1));
        }
      }
      throw new IllegalStateException(words + " ended before it was ready:\n" + seen);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** The address that it printed. */
  String ready() {
    return ready;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
