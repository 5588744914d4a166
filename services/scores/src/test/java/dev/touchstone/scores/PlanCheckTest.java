package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the check sees what it is for. */
class PlanCheckTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'Node Type':'Seq Scan','Relation Name':'scores' | Reads all of scores",
        "'Node Type':'Parallel Seq Scan','Relation Name':'scores' | Reads all of scores",
        "'Node Type':'Seq Scan','Relation Name':'judges' |",
        "'Node Type':'Index Scan','Relation Name':'scores' |",
        "'Node Type':'Sort','Sort Space Type':'Disk' | Sorts on the disk",
        "'Node Type':'Sort','Sort Space Type':'Memory' |",
        "'Node Type':'Hash','Hash Batches':4 | Hashes on the disk",
        "'Node Type':'CTE Scan','Temp Written Blocks':9 | Writes temporary files",
      },
      quoteCharacter = '^')
  void findsFaultsAtAnyDepth(String node, String fault) {
    String plan = ("{'Node Type':'Limit','Plans':[{" + node + "}]}").replace('\'', '"');
    assertThat(PlanCheck.faultsOf(Json.MAPPER.readTree(plan), List.of("scores")))
        .isEqualTo(fault == null ? List.of() : List.of(fault));
  }
}
