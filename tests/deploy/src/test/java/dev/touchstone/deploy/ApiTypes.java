package dev.touchstone.deploy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Checks objects against the types of the Kubernetes API: unknown and missing fields, types. */
final class ApiTypes {
  private static final Gson GSON = new Gson();
  private static final String PACKAGE = "io.kubernetes.client.openapi.models.";

  /** How the names of types begin, by {@code apiVersion}. */
  private static final Map<String, String> VERSIONS =
      Map.of(
          "v1", "V1",
          "apps/v1", "V1",
          "batch/v1", "V1",
          "policy/v1", "V1",
          "networking.k8s.io/v1", "V1",
          "storage.k8s.io/v1", "V1",
          "admissionregistration.k8s.io/v1", "V1",
          "autoscaling/v2", "V2");

  private ApiTypes() {}

  /** Whether an object belongs to Kubernetes itself. */
  static boolean knows(KubernetesObject object) {
    return VERSIONS.containsKey(object.json().path("apiVersion").asString(""));
  }

  /** What is wrong with an object. */
  static Stream<String> faults(KubernetesObject object) {
    String version = VERSIONS.get(object.json().path("apiVersion").asString(""));
    JsonElement json = JsonParser.parseString(object.json().toString());
    try {
      Class<?> type = Class.forName(PACKAGE + version + object.kind());
      type.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
      // The first does not look at numbers and truth values.
      var _ = GSON.fromJson(json, type);
      return Stream.empty();
    } catch (InvocationTargetException exception) {
      return List.of(object.id() + ": " + exception.getCause()).stream();
    } catch (JsonParseException exception) {
      return Stream.of(object.id() + ": " + exception);
    } catch (ReflectiveOperationException exception) {
      return Stream.of(object.id() + ": the API has no such kind: " + exception);
    }
  }
}
