package dev.touchstone.testing;

import com.networknt.schema.Error;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Checks a request that a service accepted against the service's contract. */
final class RequestCheck {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  private final Contract contract;
  private final String method;
  private final String path;
  private final List<String> faults = new ArrayList<>();

  private RequestCheck(Contract contract, String method, String path) {
    this.contract = contract;
    this.method = method;
    this.path = path;
  }

  /** Fails with every difference between the contract and a request that was accepted. */
  static void check(Contract contract, String method, String path, HttpRequest request) {
    RequestCheck check = new RequestCheck(contract, method, path);
    check.parameters(request);
    check.body(request);
    if (!check.faults.isEmpty()) {
      throw new AssertionError(
          method
              + " "
              + path
              + " was accepted, but its request differs from the contract: "
              + check.faults);
    }
  }

  private void parameters(HttpRequest request) {
    Map<String, String> places = places(request.uri());
    Map<String, String> query = query(request.uri());
    for (JsonNode parameter : contract.parameters(method, path)) {
      String name = parameter.path("name").asString();
      @Nullable String value =
          switch (parameter.path("in").asString()) {
            case "path" -> places.get(name);
            case "query" -> query.remove(name);
            case "header" -> request.headers().firstValue(name).orElse(null);
            case String other -> throw new AssertionError("a parameter in " + other);
          };
      if (value != null) {
        compare(name, parameter.path("schema"), typed(parameter.path("schema"), value));
      } else if (parameter.path("required").asBoolean(false)) {
        faults.add(name + " is missing");
      }
    }
    query.keySet().forEach(name -> faults.add("the parameter " + name + " is not declared"));
  }

  private void body(HttpRequest request) {
    JsonNode declared = contract.resolved(contract.operation(method, path).path("requestBody"));
    byte[] body = RequestBody.of(request);
    if (body.length == 0) {
      if (declared.path("required").asBoolean(false)) {
        faults.add("the body is missing");
      }
      return;
    }
    if (declared.isMissingNode()) {
      faults.add("it has a body, and none is declared");
      return;
    }
    String mediaType = request.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    JsonNode content = declared.path("content").path(mediaType);
    if (content.isMissingNode()) {
      faults.add("its type '" + mediaType + "' is not declared");
    } else if (mediaType.endsWith("json")) {
      json(body).ifPresent(json -> compare("body", content.path("schema"), json));
    }
  }

  private Optional<JsonNode> json(byte[] body) {
    try {
      return Optional.of(MAPPER.readTree(body));
    } catch (JacksonException e) {
      faults.add("its body is not JSON");
      return Optional.empty();
    }
  }

  private void compare(String name, JsonNode schema, JsonNode value) {
    for (Error error : contract.differences(schema, value)) {
      faults.add(name + ": " + error);
    }
  }

  /** The value of a parameter as the schema's type, or as text if it can't be read as that. */
  private JsonNode typed(JsonNode schema, String value) {
    String type = contract.resolved(schema).path("type").asString("string");
    boolean matches =
        switch (type) {
          case "integer" -> value.matches("-?[0-9]+");
          case "boolean" -> value.equals("true") || value.equals("false");
          default -> false;
        };
    return matches ? MAPPER.readTree(value) : StringNode.valueOf(value);
  }

  private Map<String, String> places(URI address) {
    Matcher names = PLACE.matcher(path);
    StringBuilder expression = new StringBuilder();
    int end = 0;
    List<String> found = new ArrayList<>();
    while (names.find()) {
      expression.append(Pattern.quote(path.substring(end, names.start()))).append("(.+)");
      found.add(names.group(1));
      end = names.end();
    }
    expression.append(Pattern.quote(path.substring(end)));
    Matcher values = Pattern.compile(expression.toString()).matcher(address.getPath());
    if (!values.matches()) {
      throw new AssertionError(address.getPath() + " is not " + path);
    }
    Map<String, String> places = new LinkedHashMap<>();
    for (int i = 0; i < found.size(); i++) {
      places.put(found.get(i), values.group(i + 1));
    }
    return places;
  }

  private static Map<String, String> query(URI address) {
    Map<String, String> query = new LinkedHashMap<>();
    if (address.getRawQuery() != null) {
      for (String pair : address.getRawQuery().split("&", -1)) {
        String[] parts = pair.split("=", 2);
        query.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
      }
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
