package dev.touchstone.usermanagement.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  private static List<CsvReader.Row> read(String text) {
    return CsvReader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void readsTheSeparatorsOfExcel(String separator) {
    String text = "\uFEFFa;b;c\r\n\r\n1;\"x;\"\"y\"\"\r\nz\";3\r\nlast;;".replace(";", separator);
    List<CsvReader.Row> rows = read(text);
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).fields()).containsExactly("a", "b", "c");
    assertThat(rows.get(1).fields()).containsExactly("1", "x" + separator + "\"y\"\r\nz", "3");
    assertThat(rows.get(1).line()).isEqualTo(3);
    assertThat(rows.get(2).fields()).containsExactly("last", "", "");
    assertThat(rows.get(2).line()).isEqualTo(5);
  }

  @Test
  void refusesOtherEncodingsAndQuotesWithoutAnEnd() {
    assertThatThrownBy(() -> CsvReader.read("Nguyễn".getBytes(StandardCharsets.UTF_16)))
        .hasMessageContaining("csv_invalid");
    assertThatThrownBy(() -> read("a\n\"b")).hasMessageContaining("csv_invalid");
    assertThat(read("")).isEmpty();
  }

  @Test
  void writesNoFormula() {
    byte[] table = new CsvWriter().line(List.of("=1+1", "a,b", "say \"hi\"", "-5", "x")).bytes();
    assertThat(new String(table, StandardCharsets.UTF_8))
        .isEqualTo("\uFEFF'=1+1,\"a,b\",\"say \"\"hi\"\"\",'-5,x\r\n");
    assertThat(CsvReader.read(table).getFirst().fields())
        .containsExactly("=1+1", "a,b", "say \"hi\"", "-5", "x");
  }
}
