package dev.touchstone.deploy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of Docker Compose as Compose reads it: variables have their defaults, merge keys are
 * resolved.
 *
 * @param file where it is
 * @param root its contents
 */
record Compose(Path file, JsonNode root) {
  static final Path FOLDER = Repository.ROOT.resolve("deploy");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+:-([^}]*)}");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static Compose read(String name) {
    Path file = FOLDER.resolve(name);
    return new Compose(file, parse(VARIABLE.matcher(Repository.read(file)).replaceAll("$1")));
  }

  static JsonNode parse(String yaml) {
    return MAPPER.valueToTree(
        merged(new Load(LoadSettings.builder().build()).loadFromString(yaml)));
  }

  /** The services by name. */
  Map<String, JsonNode> services() {
    Map<String, JsonNode> services = new TreeMap<>();
    root.path("services").forEachEntry(services::put);
    return services;
  }

  JsonNode service(String name) {
    JsonNode service = root.path("services").path(name);
    if (service.isMissingNode()) {
      throw new AssertionError("no service " + name);
    }
    return service;
  }

  /** The networks that a service is in. */
  Set<String> networks(String service) {
    JsonNode networks = service(service).path("networks");
    Set<String> names = new TreeSet<>(networks.propertyNames());
    networks.forEach(each -> {
      if (networks.isArray()) {
        names.add(each.asString());
      }
    });
    return names;
  }

  /** The image of a service without its registry, such as {@code web:1.0}. */
  String image(String service) {
    return service(service).path("image").asString();
  }

  /** What the key {@code <<} names counts as if it stood there, unless the map has it already. */
  private static Object merged(Object node) {
    if (node instanceof List<?> list) {
      return list.stream().map(each -> each == null ? "" : merged(each)).toList();
    }
    if (!(node instanceof Map<?, ?> map)) {
      return node;
    }
    Map<String, Object> result = new LinkedHashMap<>();
    map.forEach((key, value) -> {
      if (!key.equals("<<")) {
        result.put(key.toString(), value == null ? MAPPER.nullNode() : merged(value));
      }
    });
    if (map.get("<<") instanceof Map<?, ?> base && merged(base) instanceof Map<?, ?> more) {
      more.forEach((key, value) -> result.putIfAbsent(key.toString(), value));
    }
    return result;
  }
}
