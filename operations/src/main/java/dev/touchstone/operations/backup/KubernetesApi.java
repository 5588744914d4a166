package dev.touchstone.operations.backup;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the objects of a cluster from the API of Kubernetes. Thread-safe. */
final class KubernetesApi implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int GONE = 410;
  private static final int SERVER_ERROR = 500;
  private static final int PAGE = 250;
  private static final String GROUP_VERSION = "groupVersion";

  private final URI address;
  private final Optional<Secret> token;
  private final HttpClient client;

  /**
   * How a cluster is reached.
   *
   * @param token of an account that may get and list; empty where a proxy signs in
   * @param authority the file with the certificate of the cluster's authority
   */
  record Access(URI address, Optional<Secret> token, Optional<Path> authority) {
    /** Reads {@code KUBERNETES_URL}, {@code KUBERNETES_TOKEN} and {@code KUBERNETES_AUTHORITY}. */
    static Access from(Environment environment) {
      return new Access(
          environment.uri("KUBERNETES_URL"),
          environment.optionalSecret("KUBERNETES_TOKEN"),
          environment.optionalPath("KUBERNETES_AUTHORITY"));
    }
  }

  /** Connects at the first call. */
  KubernetesApi(Access access) {
    this.address = access.address();
    this.token = access.token();
    HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(PATIENCE);
    access.authority().map(KubernetesApi::trusting).ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  /**
   * A kind of objects that can be listed.
   *
   * @param path of the API of its group and version
   * @param version such as {@code apps/v1}
   * @param name in the plural, such as {@code deployments}
   * @param kind such as {@code Deployment}
   */
  record Resource(String path, String version, String name, String kind) {}

  /**
   * All kinds, those of custom resources too, each in the version that its group prefers if it has
   * it.
   *
   * @param without groups that nobody asks for
   * @param unavailable receives what says why a version can't be read: APIs that other servers add
   *     may be down while the cluster works
   */
  List<Resource> resources(Set<String> without, Consumer<String> unavailable) throws IOException {
    List<Resource> resources = new ArrayList<>(resources("/api/v1", "v1"));
    for (JsonNode group : get("/apis").path("groups")) {
      if (without.contains(group.path("name").asString(""))) {
        continue;
      }
      Set<String> seen = new HashSet<>();
      for (String version : versions(group)) {
        try {
          resources("/apis/" + version, version).stream()
              .filter(resource -> seen.add(resource.name()))
              .forEach(resources::add);
        } catch (Unavailable e) {
          unavailable.accept(String.valueOf(e.getMessage()));
        }
      }
    }
    return resources;
  }

  /** The versions of a group, the one that it prefers first. */
  private static Set<String> versions(JsonNode group) {
    Set<String> versions = new LinkedHashSet<>();
    versions.add(group.path("preferredVersion").path(GROUP_VERSION).asString(""));
    group
        .path("versions")
        .forEach(version -> versions.add(version.path(GROUP_VERSION).asString("")));
    versions.remove("");
    return versions;
  }

  /** The server of an API does not answer. */
  private static final class Unavailable extends IOException {
    private static final long serialVersionUID = 1L;

    Unavailable(String message) {
      super(message);
    }
  }

  private List<Resource> resources(String path, String version) throws IOException {
    List<Resource> resources = new ArrayList<>();
    for (JsonNode resource : get(path).path("resources")) {
      String name = resource.path("name").asString("");
      boolean listed =
          resource.path("verbs").valueStream().anyMatch(verb -> verb.asString("").equals("list"));
      if (listed && !name.contains("/")) {
        resources.add(new Resource(path, version, name, resource.path("kind").asString("")));
      }
    }
    return resources;
  }

  /** Hands over all objects of a kind, in all namespaces, page by page. */
  void list(Resource resource, Consumer<ObjectNode> objects) throws IOException {
    String rest = "";
    do {
      JsonNode page =
          get(
              "%s/%s?limit=%d%s"
                  .formatted(
                      resource.path(),
                      resource.name(),
                      PAGE,
                      rest.isEmpty()
                          ? ""
                          : "&continue=" + URLEncoder.encode(rest, StandardCharsets.UTF_8)));
      for (JsonNode item : page.path("items")) {
        objects.accept(
            item.asObject().put("apiVersion", resource.version()).put("kind", resource.kind()));
      }
      rest = page.path("metadata").path("continue").asString("");
    } while (!rest.isEmpty());
  }

  private JsonNode get(String path) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(PATIENCE)
            .header("Accept", "application/json");
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.reveal()));
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != OK) {
          throw refused(response.statusCode(), path);
        }
        return Json.TOLERANT.readTree(body);
      }
    } catch (Unavailable e) {
      throw e;
    } catch (JacksonException e) {
      throw new OperationFailed("The cluster's answer to %s is not JSON.".formatted(path), e);
    } catch (IOException e) {
      throw new IOException(
          "%s can't be reached: %s. Check KUBERNETES_URL.".formatted(address, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted.", e);
    }
  }

  private static RuntimeException refused(int status, String path) throws Unavailable {
    String answer = "The cluster answered %d to %s.".formatted(status, path);
    if (status >= SERVER_ERROR) {
      throw new Unavailable(answer + " Look at its APIService, or try again.");
    }
    return new OperationFailed(
        answer
            + switch (status) {
              case UNAUTHORIZED -> " The token is not valid, or no longer.";
              case FORBIDDEN ->
                  " The token needs the verbs get and list for all resources but secrets.";
              case GONE -> " The list was too old before its end was read. Try again.";
              default -> " Check KUBERNETES_URL.";
            });
  }

  private static SSLContext trusting(Path authority) {
    try (InputStream in = Files.newInputStream(authority)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry(Integer.toString(number++), each);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new ConfigurationException(
          "KUBERNETES_AUTHORITY is not a readable file with a certificate: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
