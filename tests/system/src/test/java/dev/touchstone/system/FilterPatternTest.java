package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.http.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FilterPatternTest {
  private static final JsonNode LINE =
      Json.TOLERANT.readTree(
          """
          {"level": "ERROR", "status": 503, "text": "503", "ok": true, "none": null,
           "user": {"name": "An Nguyễn", "path": "/a/b"}}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{ $.level = \"ERROR\" }                             ; true",
        "{ $.level = \"ERR\" }                               ; false",
        "{ $.level = \"ERR*\" }                              ; true",
        "{ $.level != \"ERROR\" }                            ; false",
        "{ $.level != \"WARN\" }                             ; true",
        "{ $.absent != \"WARN\" }                            ; false",
        "{ $.user.path = \"/a/b\" }                          ; true",
        "{ $.user.name = \"*Nguyễn\" }                       ; true",
        "{ $.status = 503 }                                  ; true",
        "{ $.status >= 503 && $.status <= 503 }              ; true",
        "{ $.status > 503 || $.status < 503 }                ; false",
        "{ $.text = 503 }                                    ; false",
        "{ $.text >= 500 }                                   ; false",
        "{ $.status = \"503\" }                              ; false",
        "{ $.ok IS TRUE }                                    ; true",
        "{ $.ok IS FALSE }                                   ; false",
        "{ $.none IS NULL }                                  ; true",
        "{ $.absent IS NULL }                                ; false",
        "{ $.absent NOT EXISTS }                             ; true",
        "{ $.none NOT EXISTS }                               ; false",
        "{ $.ok IS TRUE || $.ok IS FALSE && $.status = 1 }   ; true",
        "{ ($.ok IS TRUE || $.ok IS FALSE) && $.status = 1 } ; false",
      })
  void comparesAsAwsDocuments(String pattern, boolean matches) {
    assertThat(FilterPattern.parse(pattern).test(LINE)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERROR",
        "[a, b]",
        "{ $.status }",
        "{ $.status = }",
        "{ $.status = 5* }",
        "{ $.level = ERROR }",
        "{ $.level = %ERR% }",
        "{ $.list[0] = 1 }",
        "{ $.status = 1 } trailing",
        "{ $.status = 1 && }",
        "{ ($.status = 1 }",
        "{ $.status ! 1 }",
      })
  void refusesWhatItDoesNotKnow(String pattern) {
    assertThatThrownBy(() -> FilterPattern.parse(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(pattern);
  }
}
