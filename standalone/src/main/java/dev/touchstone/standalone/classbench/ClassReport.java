package dev.touchstone.standalone.classbench;

import dev.touchstone.standalone.bench.Times;
import java.util.List;
import java.util.Map;

/**
 * What a class saw.
 *
 * @param repeated requests that were sent again because the platform was away
 * @param errorCount all errors, of which {@code errors} are the first
 * @param times by what was done; {@code run} and {@code verdict} from sending the program until its
 *     result, {@code waited} until a judge began
 * @param fairness of the learners' mean times until a verdict
 * @param served learners who got a verdict
 * @param processes what they used
 */
public record ClassReport(
    int processors,
    int learners,
    long seconds,
    int submitted,
    int judged,
    int runs,
    int repeated,
    int errorCount,
    List<String> errors,
    Map<String, Times> times,
    Times fairness,
    int served,
    List<Usage> processes) {
  /** Copies the collections. */
  public ClassReport {
    errors = List.copyOf(errors);
    times = Map.copyOf(times);
    processes = List.copyOf(processes);
  }

  /**
   * What a part of the platform used.
   *
   * @param cpuSeconds processor time while the class worked
   * @param mostMemoryMb resident memory at most
   */
  public record Usage(String name, double cpuSeconds, int mostMemoryMb) {}

  /** The same with what the processes used. */
  public ClassReport with(List<Usage> used) {
    return new ClassReport(
        processors,
        learners,
        seconds,
        submitted,
        judged,
        runs,
        repeated,
        errorCount,
        errors,
        times,
        fairness,
        served,
        used);
  }

  /** Whether nothing failed and each submission was judged once. */
  public boolean isCorrect() {
    return errorCount == 0 && judged == submitted;
  }
}
