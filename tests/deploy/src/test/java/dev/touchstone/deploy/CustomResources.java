package dev.touchstone.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Checks objects of Argo CD, KEDA and External Secrets: the compiler of TypeScript compares them,
 * written as literals, with the types of their packages, and refuses unknown and missing fields.
 */
final class CustomResources {
  /** Module of the type {@code IKind}, by {@code apiVersion}. */
  private static final Map<String, String> MODULES =
      Map.of(
          "argoproj.io/v1alpha1", "@kubernetes-models/argo-cd/argoproj.io/v1alpha1/",
          "keda.sh/v1alpha1", "@kubernetes-models/keda/keda.sh/v1alpha1/",
          "external-secrets.io/v1", "@kubernetes-models/external-secrets/external-secrets.io/v1/");

  private CustomResources() {}

  static boolean knows(KubernetesObject object) {
    return MODULES.containsKey(object.json().path("apiVersion").asString(""));
  }

  /** What the compiler says; empty if nothing is wrong. */
  static String faults(List<KubernetesObject> objects) {
    StringBuilder source = new StringBuilder();
    for (int i = 0; i < objects.size(); i++) {
      KubernetesObject object = objects.get(i);
      source.append(
          """
          // %1$s
          import type { I%2$s as Type%3$d } from '%4$s%2$s';
          export const object%3$d: Type%3$d = %5$s;
          """
              .formatted(
                  object.id(),
                  object.kind(),
                  i,
                  MODULES.get(object.json().path("apiVersion").asString("")),
                  object.json().toPrettyString()));
    }
    try {
      // The compiler looks for packages in the folders above.
      Path folder = Files.createDirectories(Repository.TARGET.resolve("literals"));
      Path file = Files.writeString(folder.resolve("objects.ts"), source);
      return Command.run(
              folder,
              List.of(
                  "node",
                  Npm.modules().resolve("typescript/bin/tsc").toString(),
                  "--noEmit",
                  "--strict",
                  "--skipLibCheck",
                  "--target",
                  "es2022",
                  "--module",
                  "nodenext",
                  file.toString()))
          .output();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
