package dev.touchstone.usermanagement.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.usermanagement.user.Locales;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MailTextsTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");
  private static final MailTexts TEXTS = new MailTexts(Locales.all());

  @Test
  void everyLanguageHasTheSameTextsWithTheSameValues() {
    Map<Object, Object> english = TEXTS.texts("en");
    for (String locale : Locales.all()) {
      Map<Object, Object> texts = TEXTS.texts(locale);
      assertThat(texts.keySet()).isEqualTo(english.keySet());
      texts.forEach((key, text) ->
          assertThat(placeholders(text))
              .as("%s in %s", key, locale)
              .isEqualTo(placeholders(english.getOrDefault(key, ""))));
    }
    for (MailKind kind : MailKind.values()) {
      assertThat(english).containsKeys(kind.storedName() + ".subject", kind.storedName() + ".text");
    }
  }

  private static Set<String> placeholders(Object text) {
    return PLACEHOLDER
        .matcher((String) text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aNameAddsNeitherATagNorAHeader() {
    MailTexts.Rendered mail =
        TEXTS.render(
            new Letter(
                MailKind.PASSWORD_CHANGED,
                "a@example.org",
                "en",
                Map.of("name", "<b>An</b>\r\nBcc: x@example.org", "username", "an{link}$1"),
                null));
    assertThat(mail.html()).contains("&lt;b&gt;An&lt;/b&gt;  Bcc").doesNotContain("<b>");
    assertThat(mail.plain())
        .contains("Hello <b>An</b>  Bcc: x@example.org,")
        .contains("an{link}$1");
    assertThat(mail.subject()).doesNotContain("\n");
  }
}
