package dev.touchstone.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ApiBenchCommandTest {
  @ParameterizedTest
  @CsvSource({
    "--users=0, --users is not between 1 and 1000000.",
    "--exercises=49, --exercises is not between 50 and 100000.",
    "'--scores=10,-1', --scores is less than 0.",
    "--seconds=0, --seconds is less than 1.",
    "--connections=0, --connections is not between 1 and 1000.",
    "--folder=/nowhere, --folder /nowhere is not a folder that you may write to.",
  })
  void refusesWhatItCannotMeasure(String option, String message) {
    StringWriter err = new StringWriter();
    int status =
        new CommandLine(new ApiBenchCommand()).setErr(new PrintWriter(err)).execute(option);
    assertThat(status).isEqualTo(2);
    assertThat(err.toString()).startsWith(message);
  }
}
