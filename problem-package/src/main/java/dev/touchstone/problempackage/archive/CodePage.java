package dev.touchstone.problempackage.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Guesses the code page of a name: the one in which it looks like words. Windows packs archives in
 * that of its language.
 */
final class CodePage {
  /** The default of the format (APPNOTE, appendix D). */
  private static final Charset WESTERN = Charset.forName("IBM437");

  private static final Charset CYRILLIC = Charset.forName("IBM866");
  private static final Charset CHINESE = Charset.forName("GBK");

  /** Letters of one case, or a capital and small letters. */
  private static final Pattern CYRILLIC_WORD = Pattern.compile("[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+");

  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private CodePage() {}

  /** The code page of a name that is not UTF-8. */
  static Charset of(byte[] name) {
    return isCyrillic(name) ? CYRILLIC : isChinese(name) ? CHINESE : WESTERN;
  }

  /**
   * Whether every character beyond ASCII is in a word of Cyrillic letters only. A single letter of
   * another script looks like one of these within or beside Latin letters.
   */
  private static boolean isCyrillic(byte[] name) {
    String text = new String(name, CYRILLIC);
    boolean found = false;
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group();
      if (word.chars().anyMatch(CodePage::isForeign)) {
        if (word.length() < 2 || !CYRILLIC_WORD.matcher(word).matches()) {
          return false;
        }
        found = true;
      }
    }
    return found && WORD.matcher(text).replaceAll("").chars().noneMatch(CodePage::isForeign);
  }

  /**
   * Whether all bytes beyond ASCII are pairs of GBK, and at least half of these are the usual
   * characters (the first level of GB 2312), which other code pages rarely make.
   */
  private static boolean isChinese(byte[] name) {
    try {
      CHINESE.newDecoder().decode(ByteBuffer.wrap(name));
    } catch (CharacterCodingException e) {
      return false;
    }
    int pairs = 0;
    int usual = 0;
    for (int i = 0; i + 1 < name.length; i++) {
      if (name[i] < 0) {
        int lead = Byte.toUnsignedInt(name[i]);
        boolean common = lead >= 0xB0 && lead <= 0xD7;
        pairs++;
        usual += common && Byte.toUnsignedInt(name[i + 1]) >= 0xA1 ? 1 : 0;
        i++;
      }
    }
    return pairs > 0 && usual * 2 >= pairs;
  }

  private static boolean isForeign(int character) {
    return character > 0x7F;
  }
}
