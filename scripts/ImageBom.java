import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what an image contains, in the form of CycloneDX 1.6: Debian packages, the Java runtime, and
 * what the CycloneDX documents of Maven or npm list. The same image makes the same text.
 *
 * <p>Usage: ImageBom NAME VERSION ROOT [DOCUMENT…]: ROOT is the root folder of the image.
 */
public final class ImageBom {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private final ObjectNode bom = MAPPER.createObjectNode();
  private final List<JsonNode> components = new ArrayList<>();

  private ImageBom() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 3) {
      System.err.println("Usage: ImageBom NAME VERSION ROOT [DOCUMENT…]");
      System.exit(2);
    }
    ImageBom image = new ImageBom();
    image.describe(arguments[0], arguments[1]);
    Path root = Path.of(arguments[2]);
    image.addDebianPackages(root);
    image.addRuntime(root.resolve("runtime/release"));
    for (int i = 3; i < arguments.length; i++) {
      image.addDocument(MAPPER.readTree(Files.readString(Path.of(arguments[i]))));
    }
    System.out.println(image.text());
  }

  private void describe(String name, String version) {
    bom.put("bomFormat", "CycloneDX").put("specVersion", "1.6").put("version", 1);
    bom.putObject("metadata")
        .putObject("component")
        .put("type", "container")
        .put("bom-ref", "image")
        .put("name", "touchstone/" + name)
        .put("version", version);
  }

  /** Those installed, and those of which an image without a package manager has files. */
  private void addDebianPackages(Path root) throws IOException {
    String release = properties(root.resolve("etc/os-release")).getOrDefault("VERSION_ID", "");
    String distribution = release.isEmpty() ? "" : "&distro=debian-" + release;
    Path folder = root.resolve("var/lib/dpkg/status.d");
    List<Path> files = new ArrayList<>(List.of(root.resolve("var/lib/dpkg/status")));
    if (Files.isDirectory(folder)) {
      try (Stream<Path> more = Files.list(folder)) {
        more.filter(file -> !file.toString().endsWith(".md5sums")).forEach(files::add);
      }
    }
    for (Path file : files) {
      if (Files.isRegularFile(file)) {
        for (String paragraph : Files.readString(file).split("\n\n+")) {
          addDebianPackage(fields(paragraph), distribution);
        }
      }
    }
  }

  private void addDebianPackage(Map<String, String> fields, String distribution) {
    if (!fields.getOrDefault("Status", "").endsWith(" installed")) {
      return;
    }
    String name = fields.get("Package");
    String version = fields.get("Version");
    String address =
        "pkg:deb/debian/%s@%s?arch=%s%s"
            .formatted(
                encoded(name), encoded(version), fields.get("Architecture"), distribution);
    components.add(component("library", name, version).put("purl", address).put("bom-ref", address));
  }

  private void addRuntime(Path release) throws IOException {
    if (Files.isRegularFile(release)) {
      Map<String, String> properties = properties(release);
      String version = properties.getOrDefault("JAVA_RUNTIME_VERSION", properties.get("JAVA_VERSION"));
      ObjectNode runtime = component("platform", "OpenJDK", version).put("bom-ref", "runtime");
      runtime.putObject("supplier").put("name", properties.getOrDefault("IMPLEMENTOR", "unknown"));
      runtime.put("description", "Modules: " + properties.get("MODULES"));
      components.add(runtime);
    }
  }

  /** What it describes, and all that this consists of. */
  private void addDocument(JsonNode document) {
    components.add(document.at("/metadata/component"));
    document.path("components").forEach(components::add);
    document
        .path("dependencies")
        .forEach(dependency -> bom.withArray("dependencies").add(dependency));
  }

  private String text() {
    ArrayNode list = bom.putArray("components");
    Map<String, JsonNode> once = new HashMap<>();
    components.forEach(component -> once.putIfAbsent(component.path("bom-ref").asString(), component));
    once.values().stream()
        .sorted(Comparator.comparing(component -> component.path("bom-ref").asString()))
        .forEach(list::add);
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(bom);
  }

  private static ObjectNode component(String type, String name, String version) {
    return MAPPER.createObjectNode().put("type", type).put("name", name).put("version", version);
  }

  /** A package URL encodes `:` and `+`, but not `~`. */
  private static String encoded(String text) {
    return text.replace("%", "%25").replace(":", "%3A").replace("+", "%2B");
  }

  private static Map<String, String> fields(String paragraph) {
    Map<String, String> fields = new HashMap<>();
    for (String line : paragraph.lines().toList()) {
      int colon = line.indexOf(": ");
      if (colon > 0 && !line.startsWith(" ")) {
        fields.put(line.substring(0, colon), line.substring(colon + 2).strip());
      }
    }
    return fields;
  }

  private static Map<String, String> properties(Path file) throws IOException {
    Map<String, String> properties = new HashMap<>();
    if (Files.isRegularFile(file)) {
      for (String line : Files.readAllLines(file)) {
        int equals = line.indexOf('=');
        if (equals > 0) {
          properties.put(line.substring(0, equals), line.substring(equals + 1).replace("\"", ""));
        }
      }
    }
    return properties;
  }
}
