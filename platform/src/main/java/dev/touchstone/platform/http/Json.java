package dev.touchstone.platform.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** JSON at the edge: snake_case fields, times as ISO-8601 text. Thread-safe. */
public final class Json {
  /** Strict, for requests: refuses unknown fields, duplicates and coercions. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          // ALLOW_COERCION_OF_SCALARS does not cover 20.5 as 20, 5 or true as text, numbers as
          // enums.
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  /** Lenient, for responses of our own services, which may be newer. */
  public static final JsonMapper TOLERANT =
      MAPPER.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** The largest body that {@link #read(ServerRequest, Class)} takes, in bytes. */
  public static final int LARGEST_BODY = 64 * 1024;

  private Json() {}

  /** Reads a body of at most {@link #LARGEST_BODY} bytes; see {@link #read}. */
  public static <T> T read(ServerRequest request, Class<T> type) {
    return read(request, type, LARGEST_BODY);
  }

  /**
   * Reads the body as a record.
   *
   * @param largest the largest body taken, in bytes
   * @throws ProblemException 413 {@code payload_too_large}, 415 {@code unsupported_media_type}, 400
   *     {@code malformed_json} or {@code invalid_request}
   */
  public static <T> T read(ServerRequest request, Class<T> type, int largest) {
    requireJson(request);
    byte[] body = body(request, largest);
    requireUtf8(body);
    try {
      T value = MAPPER.readValue(body, type);
      if (value == null) {
        throw ProblemException.badRequest("malformed_json", "The body is null; send an object.");
      }
      return value;
    } catch (DatabindException | InputCoercionException e) { // the latter: a number too large
      throw ProblemException.invalidRequest(List.of(fieldError(e)));
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /** Reads the whole body, at most {@code largest} bytes of it. */
  public static byte[] body(ServerRequest request, int largest) {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream in = request.content().inputStream()) {
      byte[] body = in.readNBytes(largest + 1);
      if (body.length > largest) {
        throw ProblemException.tooLarge(
            "payload_too_large", "The body is larger than " + largest + " bytes.");
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers with a record. */
  public static void send(ServerResponse response, Status status, Object body) {
    response
        .status(status)
        .header(HeaderNames.CONTENT_TYPE, "application/json")
        .send(MAPPER.writeValueAsBytes(body));
  }

  /** Answers 200 with a record. */
  public static void send(ServerResponse response, Object body) {
    send(response, Status.OK_200, body);
  }

  private static void requireJson(ServerRequest request) {
    String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
    String mediaType = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!mediaType.equals("application/json")) {
      throw ProblemException.of(
          415, "unsupported_media_type", "Send Content-Type: application/json.");
    }
  }

  private static void requireUtf8(byte[] body) {
    try {
      var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
    } catch (CharacterCodingException e) {
      throw ProblemException.badRequest("malformed_json", "The body is not valid UTF-8.");
    }
  }

  private static ProblemException malformed(JacksonException e) {
    String place =
        e.getLocation() == null
            ? ""
            : " at line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr();
    return ProblemException.badRequest("malformed_json", "The body is not JSON" + place + ".");
  }

  private static FieldError fieldError(JacksonException e) {
    String field = fieldPath(e);
    return switch (e) {
      case UnrecognizedPropertyException _ ->
          new FieldError(field, "This field is not supported.", "unknown_field");
      case InputCoercionException _ ->
          new FieldError(field, "The number is out of range.", "out_of_range");
      default -> new FieldError(field, "The value has the wrong type.", "wrong_type");
    };
  }

  private static String fieldPath(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }
}
