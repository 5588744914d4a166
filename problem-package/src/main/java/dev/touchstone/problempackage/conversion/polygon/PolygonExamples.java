package dev.touchstone.problempackage.conversion.polygon;

import dev.touchstone.problempackage.conversion.Conversion;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What learners are shown instead of the samples' own files, where an author wrote that: {@code
 * example.01} and {@code example.01.a} beside the sections of a statement. Polygon writes them for
 * every sample and every language; most are the test itself.
 */
final class PolygonExamples {
  private static final String FOLDER = "statement-sections/";
  private static final Pattern INPUT = Pattern.compile("example\\.[0-9]+");

  private final Conversion conversion;

  PolygonExamples(Conversion conversion) {
    this.conversion = conversion;
  }

  /** A sample: where its files are, and its place in the new package without an extension. */
  record Sample(String input, String answer, String target) {}

  /** Writes those of the first language that has them; others that differ remain unused. */
  void write(List<Sample> samples) throws IOException {
    List<String> languages =
        conversion.names().stream()
            .filter(name -> name.startsWith(FOLDER) && name.indexOf('/', FOLDER.length()) > 0)
            .map(name -> name.substring(0, name.indexOf('/', FOLDER.length()) + 1))
            .distinct()
            .toList();
    String shown = "";
    for (String language : languages) {
      List<String> inputs = inputs(language);
      if (inputs.size() != samples.size()) {
        continue; // which of them is which sample is unknown
      }
      if (shown.isEmpty()) {
        shown = language;
      }
      for (int i = 0; i < inputs.size(); i++) {
        Sample sample = samples.get(i);
        String first = inputs(shown).get(i);
        write(inputs.get(i), first, sample.input(), sample.target() + ".in.statement");
        write(
            inputs.get(i) + ".a",
            first + ".a",
            sample.answer(),
            sample.target() + ".ans.statement");
      }
    }
  }

  private List<String> inputs(String language) throws IOException {
    return conversion.names().stream()
        .filter(name -> name.startsWith(language))
        .filter(name -> INPUT.matcher(name.substring(language.length())).matches())
        .toList();
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
