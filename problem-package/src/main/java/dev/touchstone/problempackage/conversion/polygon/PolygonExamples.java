package dev.touchstone.problempackage.conversion.polygon;

import dev.touchstone.problempackage.conversion.Conversion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What learners are shown instead of the samples' own files, where an author wrote that: {@code
 * example.01} and {@code example.01.a} beside the sections of a statement. Polygon writes them for
 * every sample and every language; most are the test itself.
 */
final class PolygonExamples {
  private static final Pattern INPUT =
      Pattern.compile("statement-sections/(?<language>[^/]+)/example\\.[0-9]+");

  private final Conversion conversion;

  PolygonExamples(Conversion conversion) {
    this.conversion = conversion;
  }

  /** A sample: where its files are, and its place in the new package without an extension. */
  record Sample(String input, String answer, String target) {}

  /** Writes those of the first language that has them; others that differ remain unused. */
  void write(List<Sample> samples) throws IOException {
    List<List<String>> all = inputsByLanguage();
    // With more or fewer, which of them is which sample is unknown.
    all.removeIf(inputs -> inputs.size() != samples.size());
    for (List<String> inputs : all) {
      for (int i = 0; i < inputs.size(); i++) {
        Sample sample = samples.get(i);
        String first = all.getFirst().get(i);
        write(inputs.get(i), first, sample.input(), sample.target() + ".in.statement");
        write(
            inputs.get(i) + ".a",
            first + ".a",
            sample.answer(),
            sample.target() + ".ans.statement");
      }
    }
  }

  /** The inputs in each folder of a language that has any, both in the order of their names. */
  private List<List<String>> inputsByLanguage() throws IOException {
    Map<String, List<String>> inputs = new TreeMap<>();
    for (String name : conversion.names()) {
      Matcher input = INPUT.matcher(name);
      if (input.matches()) {
        inputs.computeIfAbsent(input.group("language"), _ -> new ArrayList<>()).add(name);
      }
    }
    return new ArrayList<>(inputs.values());
  }

  private void write(String example, String first, String test, String target) throws IOException {
    if (!conversion.has(example) || !conversion.has(test)) {
      return;
    }
    if (example.equals(first)) {
      if (conversion.sameText(example, test)) {
        conversion.file(example); // used: it shows what the test shows
      } else {
        conversion.copyText(example, target);
      }
    } else if (conversion.has(first) && conversion.sameText(example, first)) {
      conversion.file(example);
    }
  }
}
