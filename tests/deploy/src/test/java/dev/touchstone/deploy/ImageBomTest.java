package dev.touchstone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What {@code ./touchstone images --bom} writes of an image, here of a small one. */
class ImageBomTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** As the CycloneDX plugin of Maven writes it. */
  private static final String MAVEN =
      """
      {
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": { "component": { "type": "library", "bom-ref": "pkg:maven/dev.touchstone/gateway@1",
          "group": "dev.touchstone", "name": "gateway", "version": "1", "purl": "pkg:maven/dev.touchstone/gateway@1" } },
        "components": [
          { "type": "library", "bom-ref": "pkg:maven/a/b@2", "group": "a", "name": "b", "version": "2",
            "licenses": [ { "license": { "id": "Apache-2.0" } } ], "purl": "pkg:maven/a/b@2" } ],
        "dependencies": [ { "ref": "pkg:maven/dev.touchstone/gateway@1", "dependsOn": [ "pkg:maven/a/b@2" ] } ]
      }
      """;

  @TempDir private static Path root;

  private static JsonNode bom = MAPPER.nullNode();

  @BeforeAll
  static void listAnImage() throws IOException {
    write(
        "var/lib/dpkg/status.d/libc6",
        """
        Package: libc6
        Status: install ok installed
        Architecture: amd64
        Version: 2.36-9+deb12u9
        Description: GNU C Library
         Version: of nothing
        """);
    write(
        "var/lib/dpkg/status",
        """
        Package: gone
        Status: deinstall ok config-files
        Architecture: amd64
        Version: 1:2

        Package: perl
        Status: install ok installed
        Architecture: all
        Version: 1:5.36.0-7
        """);
    write("etc/os-release", "ID=debian\nVERSION_ID=\"12\"\n");
    write(
        "runtime/release",
        "IMPLEMENTOR=\"Eclipse Adoptium\"\nJAVA_RUNTIME_VERSION=\"25.0.1+8-LTS\"\nMODULES=\"java.base\"\n");
    write("maven.json", MAVEN);
    bom = list();
  }

  @Test
  void listsPackagesRuntimeAndLibraries() {
    assertThat(faults(bom)).isEmpty();
    assertThat(bom.at("/metadata/component/name").asString()).isEqualTo("touchstone/gateway");
    assertThat(bom.path("components").findValuesAsString("bom-ref"))
        .containsExactly(
            "pkg:deb/debian/libc6@2.36-9%2Bdeb12u9?arch=amd64&distro=debian-12",
            "pkg:deb/debian/perl@1%3A5.36.0-7?arch=all&distro=debian-12",
            "pkg:maven/a/b@2",
            "pkg:maven/dev.touchstone/gateway@1",
            "runtime");
    assertThat(bom.path("dependencies")).hasSize(1);
  }

  @Test
  void theSchemaRefusesWhatItDoesNotKnow() {
    JsonNode broken = bom.deepCopy();
    ((ObjectNode) broken.path("components").get(0)).put("type", "deb");
    assertThat(faults(broken)).isNotEmpty();
  }

  private static JsonNode list() {
    return MAPPER.readTree(
        Command.run(
                root,
                List.of(
                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Repository.ROOT.resolve("scripts/ImageBom.java").toString(),
                    "gateway",
                    "1",
                    root.toString(),
                    "maven.json"))
            .orFail());
  }

  private static List<String> faults(JsonNode bom) {
    String base = "http://cyclonedx.org/schema/";
    Path schemas = Npm.modules().resolve("@cyclonedx/cyclonedx-library/res/schema");
    Schema schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7,
                builder ->
                    builder.schemas(address ->
                        Repository.read(schemas.resolve(address.substring(base.length())))))
            .getSchema(SchemaLocation.of(base + "bom-1.6.SNAPSHOT.schema.json"));
    return schema.validate(bom).stream().map(Error::toString).toList();
  }

  private static void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
