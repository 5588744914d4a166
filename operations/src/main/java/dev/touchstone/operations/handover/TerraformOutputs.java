package dev.touchstone.operations.handover;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The outputs of one root, as {@code terraform output -json} prints them. */
public final class TerraformOutputs {
  private final String root;
  private final Path file;
  private final JsonNode outputs;

  private TerraformOutputs(String root, Path file, JsonNode outputs) {
    this.root = root;
    this.file = file;
    this.outputs = outputs;
  }

  /**
   * Reads {@code ROOT.json} in a folder.
   *
   * @throws ConfigurationException with what to do, if the file can't be used
   */
  public static TerraformOutputs read(Path folder, String root) {
    Path file = folder.resolve(root + ".json");
    JsonNode outputs;
    try {
      outputs = Json.TOLERANT.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new ConfigurationException(
          "%s cannot be read. Write it with: terraform -chdir=infrastructure/roots/%s output -json >%s"
              .formatted(file, root, file));
    } catch (JacksonException e) {
      throw new ConfigurationException(
          "%s is not JSON. Write it with: terraform output -json".formatted(file));
    }
    if (outputs == null || !outputs.path("handover").has("value")) {
      throw new ConfigurationException(
          "%s has no output handover. Apply the root %s first.".formatted(file, root));
    }
    return new TerraformOutputs(root, file, outputs);
  }

  /**
   * A text of the output {@code handover}.
   *
   * @param pointer where it is, such as {@code /buckets/uploads/name}
   */
  String handover(String pointer) {
    return text("handover", pointer);
  }

  /** A text of an output. */
  public String text(String output, String pointer) {
    JsonNode value = value(output, pointer);
    if (!value.isString() || value.asString().isEmpty()) {
      throw new ConfigurationException(
          "%s has no text at %s%s. Apply the root %s with this version of its sources, then write the file again."
              .formatted(file, output, pointer, root));
    }
    return value.asString();
  }

  /** Whether a value of the output {@code handover} is true. */
  boolean isTrue(String pointer) {
    return value("handover", pointer).asBoolean(false);
  }

  /** A value of an output; missing where there is none. */
  public JsonNode value(String output, String pointer) {
    return outputs.path(output).path("value").at(JsonPointer.compile(pointer));
  }
}
