package dev.touchstone.judge.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A started bubblewrap, which waits for its options; it has made no box yet. Used by the thread
 * that starts it.
 */
final class Bubblewrap implements AutoCloseable {
  // Descriptors that it gets; see BoxCommandLine.
  static final int FILTER = 3;
  static final int REPORT = 4;
  static final int GATE = 5;
  private static final int OPTIONS = 6;

  private static final Pattern CHILD = Pattern.compile("\"child-pid\": (\\d+)");
  private static final int SIGNAL_KILL = 9;

  private final Descriptors descriptors;
  private final int report;
  private final int gate;
  private final int options;
  private final int process;
  private boolean closed;

  private Bubblewrap(Descriptors descriptors, int report, int gate, int options, int process) {
    this.descriptors = descriptors;
    this.report = report;
    this.gate = gate;
    this.options = options;
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param spawn starts a program with the given descriptors as its first ones
   */
  static Bubblewrap start(Streams streams, Path filter, ToIntFunction<int[]> spawn) {
    Descriptors descriptors = new Descriptors();
    try {
      int[] report = descriptors.pipe();
      int[] gate = descriptors.pipe();
      int[] options = descriptors.pipe();
      int[] given = {
        descriptors.reading(streams.input()),
        descriptors.writing(streams.output()),
        descriptors.writing(streams.error()),
        descriptors.reading(filter),
        report[1],
        gate[0],
        options[0]
      };
      int process = spawn.applyAsInt(given);
      for (int descriptor : given) {
        descriptors.close(descriptor);
      }
      return new Bubblewrap(descriptors, report[0], gate[1], options[1], process);
    } catch (RuntimeException e) {
      descriptors.close();
      throw e;
    }
  }

  /**
   * The command line. The options come through a descriptor, because programs in the box could read
   * a command line.
   */
  static List<String> line(Path program, List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.addAll(List.of(program.toString(), "--args", Integer.toString(OPTIONS), "--"));
    line.addAll(arguments);
    return line;
  }

  int process() {
    return process;
  }

  /**
   * Makes a box, in which the program waits until it is released. The result replaces this object.
   *
   * @throws SandboxException if there is no box
   */
  BoxProcess make(List<String> boxOptions) {
    try {
      descriptors.fill(options, String.join("\0", boxOptions) + "\0");
      Matcher child = CHILD.matcher(Descriptors.readLine(report, BoxProcess.LONGEST_REPORT));
      if (!child.find()) {
        throw new SandboxException("bubblewrap made no box");
      }
      int first = Integer.parseInt(child.group(1));
      Optional<InitTracer> tracer = InitTracer.begin(first);
      closed = true;
      return new BoxProcess(descriptors, report, gate, process, first, tracer);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Ends it, if it has made no box. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    long handle = SystemCall.PIDFD_OPEN.attempt(process, 0);
    SystemCall.PIDFD_SEND_SIGNAL.attempt(handle, SIGNAL_KILL);
    SystemCall.CLOSE.attempt(handle);
    SystemCall.WAIT4.attempt(process, 0, 0, 0);
    descriptors.close();
  }
}
