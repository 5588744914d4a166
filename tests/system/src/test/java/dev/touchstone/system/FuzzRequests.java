package dev.touchstone.system;

import dev.touchstone.testing.Contract;
import dev.touchstone.testing.JsonMutations;
import dev.touchstone.testing.SchemaValues;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** Makes requests of an operation from its contract: as it says, and with one thing wrong. */
final class FuzzRequests {
  private static final double OPTIONAL = 0.6;
  private static final int DAMAGED = 20;

  /** A process of its own reads each package, and hashing a password is slow on purpose. */
  private static final int SLOW = 5;

  /** Values of parameters, as they are written in an address. */
  private static final List<String> VALUES =
      List.of(
          "-1",
          "0",
          "1.5",
          "1e9",
          "0x10",
          "%2B1",
          "%201",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "99999999999999999999999999",
          "true",
          "null",
          "%5B%5D",
          "%7B%7D",
          "%00",
          "a%00b",
          "%C3%28",
          "%ED%A0%80",
          "%FF%FE",
          "%F0%9F%98%80",
          "%E2%80%AE",
          "%25",
          "%2E%2E",
          "..%2F..%2Fetc%2Fpasswd",
          "%2F",
          "%5C",
          "%3B",
          "%0D%0AX-Injected:%20a",
          "%27%22%3B--",
          "%%2525".replace("%%", "%"),
          "a%E1%BA%BF",
          "%20",
          "x".repeat(1000),
          "%E6%BC%A2".repeat(500),
          "x".repeat(6000),
          "%25%5F%5C",
          "2016-12-31T23:59:60Z",
          "%2B999999999-12-31T23:59:59Z",
          "-999999999-01-01T00:00:00Z",
          "aGVsbG8",
          "eyJhIjpbXX0",
          "////");

  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "If-Match", List.of("", "*", "\"", "\"-1\"", "\"99999999999999999999\"", "W/\"1\"", "1"),
          "If-None-Match", List.of("", "*", "\"", "W/\"x\", \"y\"", "\"" + "x".repeat(3000) + "\""),
          "If-Modified-Since", List.of("yesterday", "Thu, 01 Jan 1970 00:00:00 GMT"),
          "Last-Event-ID", List.of("", "-1", "x", "9223372036854775808", "1".repeat(3000)),
          "Idempotency-Key", List.of("", "x".repeat(201), "a b", "\u00e9"),
          "Accept", List.of("", "text/html", "*/*;q=high", "/", "application/json;q=0"),
          "Accept-Encoding", List.of("", "br;q=high", "nonsense"),
          "Accept-Language", List.of("", "-", "x".repeat(3000), "vi;q=high"),
          "Range", List.of("bytes=0-0", "bytes=9-1", "bytes=-", "lines=1"),
          "Authorization", List.of("", "Bearer", "Bearer a.b.c", "Basic YTpi", "Bearer tspat_x"));

  private static final List<String> CONTENT_TYPES =
      List.of(
          "",
          "/",
          "text/plain",
          "application/xml",
          "application/json; charset=bogus",
          "application/json; charset=UTF-16",
          "application/json; charset=\"",
          "multipart/form-data",
          "application/zip",
          "text/csv; charset=ISO-8859-1",
          "application/json;;;",
          "*/*");

  private static final byte[] PACKAGE =
      Archives.of(Exercises.FOLDER.resolve(Exercises.SLUG), Map.of());

  private final FuzzOperation operation;
  private final FuzzPerson person;
  private final FuzzIds ids;
  private final Random random;
  private final SchemaValues values;

  FuzzRequests(FuzzOperation operation, FuzzPerson person, FuzzIds ids, Random random) {
    this.operation = operation;
    this.person = person;
    this.ids = ids;
    this.random = random;
    this.values = new SchemaValues(operation.contract(), random, this::known);
  }

  /** A request as the contract says. */
  FuzzRequest valid() {
    Map<String, String> headers = new HashMap<>();
    for (JsonNode parameter : parameters("header")) {
      if (isWanted(parameter)) {
        headers.put(name(parameter), value(parameter).replaceAll("[^ -~]", "?"));
      }
    }
    byte[] body = new byte[0];
    JsonNode content = content();
    if (!content.isEmpty()) {
      List<String> types = new ArrayList<>(content.propertyNames());
      String type = types.get(random.nextInt(types.size()));
      headers.put("Content-Type", type);
      body = body(type, content.path(type).path("schema"));
    }
    return new FuzzRequest("", operation.method(), target(Map.of()), headers, body);
  }

  /** Some of the many requests with one thing wrong each; fewer where each takes long. */
  List<FuzzRequest> wrong(int most) {
    List<Supplier<FuzzRequest>> all = wrong(valid());
    Collections.shuffle(all, random);
    boolean isSlow = content().has("application/zip") || content().toString().contains("assword");
    return all.stream().limit(isSlow ? most / SLOW : most).map(Supplier::get).toList();
  }

  private List<Supplier<FuzzRequest>> wrong(FuzzRequest valid) {
    List<Supplier<FuzzRequest>> requests = new ArrayList<>();
    for (String in : List.of("path", "query")) {
      for (JsonNode parameter : parameters(in)) {
        VALUES.forEach(value -> requests.add(() -> wrongAddress(valid, parameter, value)));
      }
    }
    String longName = "x".repeat(5000);
    requests.add(() -> valid.withTarget("bad query", joined(valid.target(), "%00=%FF&unknown")));
    requests.add(() -> valid.withTarget("long query", joined(valid.target(), longName)));
    HEADERS.forEach(
        (header, all) -> all.forEach(value -> requests.add(() -> valid.withHeader(header, value))));
    if (valid.body().length > 0) {
      CONTENT_TYPES.forEach(type -> requests.add(() -> valid.withHeader("Content-Type", type)));
      requests.add(() -> valid.withoutHeader("Content-Type"));
      requests.add(() -> valid.withHeader("Content-Encoding", "gzip"));
      requests.add(() -> valid.withHeader("Content-Encoding", "nonsense"));
      wrongBodies(valid, requests);
    } else {
      byte[] body = "{\"a\":1}".getBytes(StandardCharsets.US_ASCII);
      requests.add(() -> valid.withBody("a body", body));
    }
    return requests;
  }

  private void wrongBodies(FuzzRequest valid, List<Supplier<FuzzRequest>> requests) {
    JsonNode content = content();
    if (content.has("application/json")) {
      FuzzRequest json = valid.withHeader("Content-Type", "application/json");
      JsonNode body = values.of("", content.path("application/json").path("schema"));
      for (Supplier<JsonMutations.Mutation> each : JsonMutations.of(body)) {
        requests.add(() -> {
          JsonMutations.Mutation mutation = each.get();
          return json.withBody(mutation.fault(), mutation.body());
        });
      }
    } else {
      byte[] right = valid.body();
      requests.add(() -> valid.withBody("half a body", Arrays.copyOf(right, right.length / 2)));
      requests.add(() -> valid.withBody("an empty body", new byte[0]));
      requests.add(() -> valid.withBody("noise", noise()));
      for (int i = 0; i < DAMAGED; i++) {
        requests.add(() -> valid.withBody("a bit flipped", damaged(right)));
      }
    }
  }

  private byte[] damaged(byte[] right) {
    byte[] damaged = right.clone();
    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
    return damaged;
  }

  private byte[] noise() {
    byte[] noise = new byte[3000];
    random.nextBytes(noise);
    return noise;
  }

  private FuzzRequest wrongAddress(FuzzRequest valid, JsonNode parameter, String value) {
    String start = value.substring(0, Math.min(value.length(), 40));
    return valid.withTarget(
        name(parameter) + " is " + start, target(Map.of(name(parameter), value)));
  }

  /** The address, with some values given, as they are to be written. */
  private String target(Map<String, String> given) {
    String target = operation.path();
    for (JsonNode parameter : parameters("path")) {
      String name = name(parameter);
      String value = given.getOrDefault(name, encoded(place(parameter)).replace("%2F", "/"));
      target = target.replace("{" + name + "}", value);
    }
    for (JsonNode parameter : parameters("query")) {
      String name = name(parameter);
      if (given.containsKey(name)) {
        target = joined(target, name + "=" + given.get(name));
      } else if (isWanted(parameter) && !name.equals("cursor")) {
        target = joined(target, name + "=" + encoded(value(parameter)));
      }
    }
    return target;
  }

  private String place(JsonNode parameter) {
    if (parameter.has("example")) {
      return parameter.path("example").asString();
    }
    return ids.ofPlace(operation.path(), name(parameter), random)
        .map(JsonNode::asString)
        .orElseGet(() -> value(parameter));
  }

  private String value(JsonNode parameter) {
    return values.of(name(parameter), parameter.path("schema")).asString();
  }

  private byte[] body(String type, JsonNode schema) {
    return switch (type) {
      case "application/json" -> values.of("", schema).toString().getBytes(StandardCharsets.UTF_8);
      case "application/zip" -> PACKAGE;
      case "application/octet-stream" -> "1 2\n".getBytes(StandardCharsets.US_ASCII);
      case "text/csv" -> table().getBytes(StandardCharsets.UTF_8);
      case String other -> throw new AssertionError("Write how to make a body of type " + other);
    };
  }

  private String table() {
    String name = "fuzz-line-" + random.nextInt(1_000_000);
    return "username,email,display_name\n" + name + "," + name + "@example.org,Bình\n";
  }

  private Optional<JsonNode> known(String name) {
    return switch (name) {
      case "language" -> Optional.of(StringNode.valueOf("python3"));
      case "source" -> Optional.of(StringNode.valueOf("print(1)"));
      case "files" -> Optional.of(NullNode.getInstance()); // instead of the source
      case "revision", "since" -> Optional.of(IntNode.valueOf(1));
      case "wait_ms" -> Optional.of(IntNode.valueOf(0));
      case "If-Match" -> Optional.of(StringNode.valueOf("*"));
      case "username" ->
          operation.path().endsWith("/login")
              ? Optional.of(StringNode.valueOf(person.username()))
              : Optional.empty();
      case "password", "current_password" -> Optional.of(StringNode.valueOf(person.password()));
      default -> ids.ofName(name, random);
    };
  }

  private boolean isWanted(JsonNode parameter) {
    return parameter.path("required").asBoolean(false) || random.nextDouble() < OPTIONAL;
  }

  private List<JsonNode> parameters(String in) {
    return operation.contract().parameters(operation.method(), operation.path()).stream()
        .filter(parameter -> parameter.path("in").asString().equals(in))
        .toList();
  }

  private JsonNode content() {
    Contract contract = operation.contract();
    JsonNode definition = contract.operation(operation.method(), operation.path());
    return contract.resolved(definition.path("requestBody")).path("content");
  }

  private static String name(JsonNode parameter) {
    return parameter.path("name").asString();
  }

  private static String joined(String target, String more) {
    return target + (target.contains("?") ? "&" : "?") + more;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
