package dev.touchstone.system;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A metric as Prometheus knows it: all that begins with its name.
 *
 * @param labels without those that only the format needs, and without the one that names the part,
 *     which all have
 * @param services the parts that expose it
 */
record MetricFamily(String name, String type, Set<String> labels, Set<String> services) {
  private static final Pattern TYPE = Pattern.compile("# TYPE ([a-z0-9_]+) ([a-z]+)");
  private static final Pattern SAMPLE = Pattern.compile("([a-z0-9_]+)(?:\\{([^}]*)\\})? \\S+");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"[^\"]*\"");

  /** Of the format, or the same everywhere. */
  private static final Set<String> IGNORED = Set.of("le", "quantile", "service");

  /** What a sample's name may have after the name of its family. */
  private static final List<String> ENDS = List.of("", "_bucket", "_count", "_sum", "_max");

  /** Reads the metrics of several services, by name. */
  static Collection<MetricFamily> read(Map<String, String> scrapes) {
    Map<String, MetricFamily> families = new TreeMap<>();
    scrapes.forEach((service, text) -> add(families, service, text));
    return families.values();
  }

  private static void add(Map<String, MetricFamily> families, String service, String text) {
    List<String> lines = text.lines().toList();
    Map<String, String> types = new LinkedHashMap<>();
    for (String line : lines) {
      Matcher type = TYPE.matcher(line);
      if (type.matches()) {
        types.put(type.group(1), type.group(2));
      }
    }
    for (String line : lines) {
      Matcher sample = SAMPLE.matcher(line);
      if (sample.matches()) {
        String name = family(types, sample.group(1));
        MetricFamily family =
            families.computeIfAbsent(
                name,
                each ->
                    new MetricFamily(
                        each,
                        types.getOrDefault(each, "untyped"),
                        new TreeSet<>(),
                        new TreeSet<>()));
        family.services.add(service);
        Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
        while (label.find()) {
          if (!IGNORED.contains(label.group(1))) {
            family.labels.add(label.group(1));
          }
        }
      }
    }
  }

  /** The longest time, which Micrometer exposes beside a timer, belongs to the timer. */
  private static String family(Map<String, String> types, String sample) {
    return ENDS.stream()
        .filter(sample::endsWith)
        .map(end -> sample.substring(0, sample.length() - end.length()))
        .filter(name -> types.containsKey(name) && isTimerOrItself(types, name, sample))
        .findFirst()
        .map(name -> name.endsWith("_max") ? owner(types, name) : name)
        .orElse(sample);
  }

  private static boolean isTimerOrItself(Map<String, String> types, String name, String sample) {
    return name.equals(sample) || !types.getOrDefault(name, "").equals("gauge");
  }

  private static String owner(Map<String, String> types, String name) {
    String timer = name.substring(0, name.length() - "_max".length());
    return types.containsKey(timer) ? timer : name;
  }
}
