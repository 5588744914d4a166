package dev.touchstone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContractCheckTest {
  private static final String LIST = "/notes";
  private static final String NOTE = "/notes/{id}";
  private static final ContractCheck CONTRACT =
      ContractCheck.parse(
          """
          openapi: 3.1.0
          paths:
            /notes:
              get:
                parameters:
                  - name: limit
                    in: query
                    schema: {type: integer, maximum: 200}
                  - {$ref: '#/components/parameters/Starred'}
                responses:
                  '200': {description: fine, content: {application/json: {schema: {type: array}}}}
              post:
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/Note'}
                responses:
                  '201':
                    description: made
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/Note'}
                  '400': {description: refused}
            /notes/{id}:
              parameters:
                - {name: id, in: path, required: true, schema: {type: integer}}
              delete:
                parameters:
                  - {name: If-Match, in: header, required: true, schema: {pattern: '^"[0-9]+"$'}}
                responses:
                  '204': {description: gone}
          components:
            parameters:
              Starred: {name: starred, in: query, schema: {type: boolean}}
            schemas:
              Note:
                type: object
                required: [text]
                properties:
                  text: {type: string}
                  lines: {type: array, items: {$ref: '#/components/schemas/Line'}}
                additionalProperties: false
              Line: {type: string, maxLength: 3}
          """);

  private HttpServer server;
  private HttpProbe probe;
  private volatile int status = 200;
  private volatile String answer = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    probe = HttpProbe.on(server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] body = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void answers(int status, String body) {
    this.status = status;
    this.answer = body;
  }

  private void post(String body) {
    CONTRACT.check("POST", LIST, probe.post(LIST, body));
  }

  private void get(String query) {
    answers(200, "[]");
    CONTRACT.check("GET", LIST, probe.get(LIST + query));
  }

  private void delete(String id, String... headers) {
    answers(204, "");
    HttpRequest.Builder request = probe.request("/notes/" + id).DELETE();
    if (headers.length > 0) {
      request.headers(headers);
    }
    CONTRACT.check("DELETE", NOTE, probe.send(request));
  }

  @Test
  void acceptsWhatTheContractDescribes() {
    answers(201, "{\"text\":\"a\",\"lines\":[\"abc\"]}");
    assertThatCode(() -> post("{\"text\":\"a\",\"lines\":[\"abc\"]}")).doesNotThrowAnyException();
    assertThatCode(() -> get("?limit=3&starred=true")).doesNotThrowAnyException();
    assertThatCode(() -> delete("7", "If-Match", "\"3\"")).doesNotThrowAnyException();
  }

  @Test
  void refusesAnOperationOrAStatusThatIsNotDeclared() {
    answers(200, "");
    assertThatThrownBy(() -> CONTRACT.check("PUT", LIST, probe.get(LIST)))
        .hasMessage("The contract has no PUT /notes");
    answers(500, "");
    assertThatThrownBy(() -> CONTRACT.check("GET", LIST, probe.get(LIST)))
        .hasMessageContaining("answered 500, which its contract does not declare");
  }

  @Test
  void refusesAnAnswerThatDiffers() {
    answers(201, "{\"text\":1}");
    assertThatThrownBy(() -> post("{\"text\":\"a\"}"))
        .hasMessageContaining("POST /notes 201 differs");
    answers(201, "");
    assertThatThrownBy(() -> post("{\"text\":\"a\"}")).isInstanceOf(AssertionError.class);
    answers(400, "{}");
    assertThatThrownBy(() -> post("{}")).hasMessageContaining("the contract declares none");
  }

  @Test
  void refusesABodyThatWasAcceptedAgainstTheContract() {
    answers(201, "{\"text\":\"a\"}");
    assertThatThrownBy(() -> post("{}")).hasMessageContaining("required property 'text'");
    assertThatThrownBy(() -> post("{\"text\":\"a\",\"more\":1}")).hasMessageContaining("'more'");
    assertThatThrownBy(() -> post("{\"text\":\"a\",\"lines\":[\"abcd\"]}"))
        .as("behind a reference")
        .hasMessageContaining("body: /lines/0");
    assertThatThrownBy(() -> post("{")).hasMessageContaining("its body is not JSON");
    assertThatThrownBy(() -> post("")).hasMessageContaining("the body is missing");
  }

  @Test
  void refusesABodyThatIsNotDeclared() {
    answers(201, "{\"text\":\"a\"}");
    HttpRequest.Builder text =
        probe
            .request(LIST)
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("{\"text\":\"a\"}"));
    assertThatThrownBy(() -> CONTRACT.check("POST", LIST, probe.send(text)))
        .hasMessageContaining("its type 'text/plain' is not declared");
    answers(200, "[]");
    assertThatThrownBy(() -> CONTRACT.check("GET", LIST, probe.send("GET", LIST, "{}")))
        .hasMessageContaining("it has a body, and none is declared");
  }

  @Test
  void refusesParametersThatWereAcceptedAgainstTheContract() {
    assertThatThrownBy(() -> get("?limit=201")).hasMessageContaining("limit: ");
    assertThatThrownBy(() -> get("?limit=many")).hasMessageContaining("limit: ");
    assertThatThrownBy(() -> get("?starred=1")).hasMessageContaining("starred: ");
    assertThatThrownBy(() -> get("?page=1"))
        .hasMessageContaining("the parameter page is not declared");
    assertThatThrownBy(() -> delete("7")).hasMessageContaining("If-Match is missing");
    assertThatThrownBy(() -> delete("7", "If-Match", "3")).hasMessageContaining("If-Match: ");
    assertThatThrownBy(() -> delete("seven", "If-Match", "\"3\"")).hasMessageContaining("id: ");
  }

  @Test
  void aRefusedRequestMayBeAnything() {
    answers(400, "");
    assertThatCode(() -> post("{")).doesNotThrowAnyException();
  }

  @Test
  void theAnswerMayBeCheckedAlone() {
    answers(200, "[]");
    HttpProbe.Answer answer = probe.get(LIST + "?page=1");
    assertThatCode(() -> CONTRACT.checkAnswer("GET", LIST, answer)).doesNotThrowAnyException();
    answers(200, "{}");
    HttpProbe.Answer wrong = probe.get(LIST);
    assertThatThrownBy(() -> CONTRACT.checkAnswer("GET", LIST, wrong))
        .hasMessageContaining("GET /notes 200 differs");
  }

  @Test
  void namesAllDifferencesAtOnce() {
    assertThatThrownBy(() -> get("?limit=201&page=1"))
        .hasMessageContaining("limit: ")
        .hasMessageContaining("page");
  }

  @Test
  void aCallOfAnotherAddressIsAMistakeOfTheTest() {
    answers(204, "");
    assertThatThrownBy(() -> CONTRACT.check("DELETE", NOTE, probe.get(LIST)))
        .hasMessage("/notes is not /notes/{id}");
  }

  @Test
  void checksAValueAgainstASchema() {
    assertThat(CONTRACT.operations())
        .containsExactly("GET /notes", "POST /notes", "DELETE /notes/{id}");
    answers(200, "[\"a\"]");
    assertThatThrownBy(() -> CONTRACT.checkSchema("Note", probe.get(LIST).json()))
        .hasMessageContaining("Note differs from its contract");
    assertThatThrownBy(() -> CONTRACT.checkSchema("Nothing", probe.get(LIST).json()))
        .hasMessage("The contract has no schema Nothing");
  }
}
