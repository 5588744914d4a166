package dev.touchstone.judge.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeadingHeadersTest {
  @Test
  void findsStandardHeadersBeforeEverythingElse() {
    assertThat(
            headers("#include <vector>\n#include<iostream>\r\n # \tinclude <map> // all\nint x;"))
        .containsExactly("iostream", "map", "vector");
    assertThat(
            headers("/* by me\n */ // today\n\n#include <set> /* s */\n#include <bits/stdc++.h>"))
        .containsExactly("bits/stdc++.h");
    assertThat(headers("int main() {}\n#include <set>\n")).isEmpty();
    assertThat(headers("")).isEmpty();
  }

  @Test
  void stopsAtWhatMayChangeTheMeaningOfAHeader() {
    for (String line :
        new String[] {
          "#define int long",
          "#pragma GCC optimize(\"O3\")",
          "#if 1",
          "#include \"iostream\"",
          "#include <unistd.h>",
          "#include <ext/rope>",
          "#include HEADER",
          "import <vector>;",
          "using namespace std;",
          "%:define N",
          "\"",
        }) {
      assertThat(headers("#include <set>\n" + line + "\n#include <map>\n"))
          .as(line)
          .containsExactly("set");
    }
  }

  @Test
  void readsALineAsTheCompilerDoes() {
    assertThat(headers("// a comment that goes on \\\n#include <set>\n")).isEmpty();
    assertThat(headers("/*\n#include <set>\n*/\n#include <map>")).containsExactly("map");
    assertThat(headers("/* no end\n#include <set>\n")).isEmpty();
    assertThat(headers("/*/\n#include <set>\n*/")).isEmpty();
    assertThat(headers("#include <set> #include <map>\n")).containsExactly("set");
  }

  @Test
  void readsLongSources() {
    assertThat(headers("/*" + "*".repeat(1 << 20) + "*/\n".repeat(2) + "#include <set>")).isEmpty();
    assertThat(headers("// x\n".repeat(100_000) + "#include <set>")).containsExactly("set");
  }

  private static Set<String> headers(String source) {
    return LeadingHeaders.of(source.getBytes(StandardCharsets.UTF_8));
  }
}
