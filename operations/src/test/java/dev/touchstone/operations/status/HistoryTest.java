package dev.touchstone.operations.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.operations.status.History.Day;
import dev.touchstone.operations.status.History.Now;
import dev.touchstone.platform.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
  private static final Map<String, State> ALL_UP =
      Map.of(
          "gateway",
          State.up,
          "user-management",
          State.up,
          "exercises",
          State.up,
          "scores",
          State.up);

  private static Map<String, State> withScores(State state) {
    Map<String, State> states = new HashMap<>(ALL_UP);
    states.put("scores", state);
    return states;
  }

  @Test
  void countsTheChecksOfADay() {
    History history =
        History.EMPTY
            .with(new Check(NOON, ALL_UP))
            .with(new Check(NOON.plusSeconds(300), withScores(State.down)))
            .with(new Check(NOON.plusSeconds(600), ALL_UP));

    assertThat(history.of("scores", TODAY)).isEqualTo(new Day(3, 2));
    assertThat(history.of("gateway", TODAY)).isEqualTo(new Day(3, 3));
    assertThat(history.of("gateway", TODAY.minusDays(1))).isEqualTo(new Day(0, 0));
    assertThat(history.checkedAt()).isEqualTo(NOON.plusSeconds(600));
  }

  @Test
  void knowsSinceWhenAStateLasts() {
    History history =
        History.EMPTY
            .with(new Check(NOON, ALL_UP))
            .with(new Check(NOON.plusSeconds(300), withScores(State.down)))
            .with(new Check(NOON.plusSeconds(600), withScores(State.down)));

    assertThat(history.now())
        .containsEntry("gateway", new Now(State.up, NOON))
        .containsEntry("scores", new Now(State.down, NOON.plusSeconds(300)));
  }

  @Test
  void whatNobodyAnsweredForIsUnreachable() {
    History history =
        History.EMPTY
            .with(new Check(NOON, Map.of("gateway", State.up, "judge", State.up)))
            .with(new Check(NOON.plusSeconds(300), Map.of()));

    assertThat(history.components())
        .containsExactly("gateway", "user-management", "exercises", "scores", "judge");
    assertThat(history.now().values()).extracting(Now::state).containsOnly(State.unreachable);
    assertThat(history.of("judge", TODAY)).isEqualTo(new Day(2, 1));
    assertThat(history.of("scores", TODAY)).isEqualTo(new Day(2, 0));
  }

  /** Of two runs at the same time, the one that asked first may write last. */
  @Test
  void aLateCheckIsCountedButIsNotThePresent() {
    History history =
        History.EMPTY
            .with(new Check(NOON, ALL_UP))
            .with(new Check(NOON.minusSeconds(60), withScores(State.down)));

    assertThat(history.of("scores", TODAY)).isEqualTo(new Day(2, 1));
    assertThat(history.checkedAt()).isEqualTo(NOON);
    assertThat(history.now()).containsEntry("scores", new Now(State.up, NOON));
  }

  @Test
  void keepsNinetyDays() {
    History history = History.EMPTY;
    for (int day = 0; day < 100; day++) {
      history = history.with(new Check(NOON.plusSeconds(day * 86_400L), ALL_UP));
    }

    assertThat(history.days()).hasSize(90);
    assertThat(history.days()).containsKeys(TODAY.plusDays(10), TODAY.plusDays(99));
    assertThat(history.days()).doesNotContainKey(TODAY.plusDays(9));
  }

  /** A clock that was wrong once must not empty the history. */
  @Test
  void aCheckOfLongAgoRemovesNothing() {
    History history =
        History.EMPTY
            .with(new Check(NOON, ALL_UP))
            .with(new Check(Instant.parse("1970-01-01T00:00:00Z"), ALL_UP))
            .with(new Check(NOON.plusSeconds(300), ALL_UP));

    assertThat(history.of("gateway", TODAY)).isEqualTo(new Day(2, 2));
    assertThat(history.checkedAt()).isEqualTo(NOON.plusSeconds(300));
  }

  /** Hours ahead, as local time taken for UTC, or a hundred days. */
  @ParameterizedTest
  @ValueSource(strings = {"PT7H", "P100D"})
  void aClockThatRanAheadDoesNotHideAnOutage(Duration ahead) {
    History history =
        History.EMPTY
            .with(new Check(NOON, ALL_UP))
            .with(new Check(NOON.plus(ahead), withScores(State.down)))
            .with(new Check(NOON.plusSeconds(300), withScores(State.down)))
            .with(new Check(NOON.plusSeconds(600), Map.of()));

    assertThat(history.checkedAt()).isEqualTo(NOON.plusSeconds(600));
    assertThat(history.now().values())
        .containsOnly(new Now(State.unreachable, NOON.plusSeconds(600)));
  }

  /** A state that lasts can't have begun in the future. */
  @Test
  void whatAClockAheadFoundBeginsWithTheNextCheck() {
    History history =
        History.EMPTY
            .with(new Check(NOON.plus(Duration.ofHours(7)), withScores(State.down)))
            .with(new Check(NOON, withScores(State.down)));

    assertThat(history.now()).containsEntry("scores", new Now(State.down, NOON));
  }

  @Test
  void aDayInTheFutureRemovesNoNewDay() {
    History history = History.EMPTY.with(new Check(NOON.plus(Duration.ofDays(100)), ALL_UP));
    for (int day = 0; day < 100; day++) {
      Instant at = NOON.plus(Duration.ofDays(day));
      history = history.with(new Check(at, ALL_UP)).with(new Check(at.plusSeconds(300), ALL_UP));
      assertThat(history.of("gateway", TODAY.plusDays(day))).isEqualTo(new Day(2, 2));
    }
    assertThat(history.days()).hasSize(90).containsKey(TODAY.plusDays(11));
  }

  /** A part that is not there any more must not be unreachable for ever. */
  @Test
  void whatTheGatewayNoLongerNamesGoesAway() {
    Map<String, State> withMail = new HashMap<>(ALL_UP);
    withMail.put("mail", State.up);
    History unanswered =
        History.EMPTY
            .with(new Check(NOON, withMail))
            .with(new Check(NOON.plusSeconds(300), Map.of()));
    assertThat(unanswered.components()).contains("mail");

    History answered = unanswered.with(new Check(NOON.plusSeconds(600), ALL_UP));
    assertThat(answered.components())
        .containsExactly("gateway", "user-management", "exercises", "scores");
    assertThat(answered.now().values()).extracting(Now::state).containsOnly(State.up);
  }

  @Test
  void namesThatChangeWithEachAnswerDoNotFillTheHistory() {
    History history = History.EMPTY;
    for (int check = 0; check < 50; check++) {
      history =
          history.with(
              new Check(
                  NOON.plusSeconds(check),
                  Map.of("gateway", State.up, "part-" + check, State.down)));
    }
    assertThat(history.components()).hasSize(5);
    assertThat(history.days().get(TODAY))
        .hasSize(Check.MOST_COMPONENTS)
        .containsKeys("gateway", "scores");
  }

  @Test
  void isReadAsItWasWritten() {
    History history =
        History.EMPTY
            .with(new Check(NOON, ALL_UP))
            .with(new Check(NOON.plusSeconds(1), withScores(State.unreachable)));
    String text = Json.MAPPER.writeValueAsString(history);

    assertThat(text).contains("\"2026-11-29\":{\"exercises\":{\"checks\":2,\"up\":2}");
    assertThat(Json.MAPPER.readValue(text, History.class)).isEqualTo(history);
  }
}
