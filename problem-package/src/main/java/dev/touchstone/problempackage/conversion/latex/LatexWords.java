package dev.touchstone.problempackage.conversion.latex;

import java.util.Map;
import java.util.Set;

/** The commands that are one text, or nothing, or only their arguments. */
final class LatexWords {
  /** Ends a line within a paragraph; at the end of one it would be a backslash. */
  static final String HARD_BREAK = "\uE000";

  /** Commands that stand for a text. */
  static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("ldots", "…"),
          Map.entry("dots", "…"),
          Map.entry("textellipsis", "…"),
          Map.entry("textbackslash", "\\\\"),
          Map.entry("textasciitilde", "\\~"),
          Map.entry("textasciicircum", "^"),
          Map.entry("textquotedbl", "\""),
          Map.entry("textquotesingle", "'"),
          Map.entry("textless", "\\<"),
          Map.entry("textgreater", ">"),
          Map.entry("textbar", "\\|"),
          Map.entry("textunderscore", "\\_"),
          Map.entry("textbraceleft", "{"),
          Map.entry("textbraceright", "}"),
          Map.entry("textendash", "–"),
          Map.entry("textemdash", "—"),
          Map.entry("LaTeX", "LaTeX"),
          Map.entry("TeX", "TeX"),
          Map.entry("textdollar", "\\$"),
          Map.entry("euro", "€"),
          Map.entry("texteuro", "€"),
          Map.entry("EUR", "€"),
          Map.entry("pounds", "£"),
          Map.entry("textsterling", "£"),
          Map.entry("yen", "¥"),
          Map.entry("textyen", "¥"),
          Map.entry("textcent", "¢"),
          Map.entry("textdong", "₫"),
          Map.entry("S", "§"),
          Map.entry("P", "¶"),
          Map.entry("copyright", "©"),
          Map.entry("textcopyright", "©"),
          Map.entry("textregistered", "®"),
          Map.entry("texttrademark", "™"),
          Map.entry("degree", "°"),
          Map.entry("textdegree", "°"),
          Map.entry("textmu", "µ"),
          Map.entry("textbullet", "•"),
          Map.entry("dag", "†"),
          Map.entry("ddag", "‡"),
          Map.entry("guillemotleft", "«"),
          Map.entry("guillemotright", "»"),
          Map.entry("o", "ø"),
          Map.entry("O", "Ø"),
          Map.entry("ss", "ß"),
          Map.entry("aa", "å"),
          Map.entry("AA", "Å"),
          Map.entry("ae", "æ"),
          Map.entry("AE", "Æ"),
          Map.entry("oe", "œ"),
          Map.entry("OE", "Œ"),
          Map.entry("l", "ł"),
          Map.entry("L", "Ł"),
          Map.entry("i", "ı"),
          Map.entry("j", "ȷ"),
          Map.entry("dj", "đ"),
          Map.entry("DJ", "Đ"),
          Map.entry("ohorn", "ơ"),
          Map.entry("uhorn", "ư"),
          Map.entry("quad", " "),
          Map.entry("qquad", " "),
          Map.entry("space", " "),
          Map.entry("par", "\n\n"),
          Map.entry("newline", HARD_BREAK),
          Map.entry("nextsample", "\n\n{{nextsample}}\n\n"),
          Map.entry("remainingsamples", "\n\n{{remainingsamples}}\n\n"));

  /** Commands about the look of a page. */
  static final Set<String> NOTHING =
      Set.of(
          "noindent", "indent", "centering", "raggedright", "raggedleft", "tiny", "scriptsize",
          "footnotesize", "small", "normalsize", "large", "Large", "LARGE", "huge", "Huge",
          "hfill", "vfill", "hrulefill", "dotfill", "smallskip", "medskip", "bigskip", "newpage",
          "clearpage", "pagebreak", "nopagebreak", "linebreak", "nolinebreak", "allowbreak",
          "protect", "null", "relax", "rm", "sf", "sc", "sl", "up", "md", "bfseries", "itshape",
          "ttfamily", "normalfont", "rmfamily", "sffamily", "scshape", "upshape", "mdseries",
          "bf", "it", "tt", "em", "boldmath", "unboldmath", "strut", "maketitle", "appendix",
          "hline", "toprule", "midrule", "bottomrule", "arraystretch", "textwidth", "linewidth",
          "columnwidth", "textheight", "parindent", "parskip", "baselineskip", "displaystyle",
          "sloppy", "fussy", "begingroup", "endgroup", "leavevmode",
          "ignorespaces", "unskip", "xspace", "limits", "nolimits", "width", "height");

  /** How many arguments of a command, from the first, are not shown. */
  static final Map<String, Integer> DROPPED =
      Map.ofEntries(
          Map.entry("problemname", 1),
          Map.entry("vspace", 1),
          Map.entry("hspace", 1),
          Map.entry("vskip", 0),
          Map.entry("label", 1),
          Map.entry("pagestyle", 1),
          Map.entry("thispagestyle", 1),
          Map.entry("usepackage", 1),
          Map.entry("documentclass", 1),
          Map.entry("setlength", 2),
          Map.entry("addtolength", 2),
          Map.entry("setcounter", 2),
          Map.entry("addtocounter", 2),
          Map.entry("phantom", 1),
          Map.entry("vphantom", 1),
          Map.entry("hphantom", 1),
          Map.entry("color", 1),
          Map.entry("definecolor", 3),
          Map.entry("graphicspath", 1),
          Map.entry("exmp", 2),
          Map.entry("exmpfile", 2),
          Map.entry("cline", 1),
          Map.entry("rule", 2),
          Map.entry("lstset", 1),
          Map.entry("captionsetup", 1),
          Map.entry("hyphenation", 1),
          Map.entry("title", 1),
          Map.entry("author", 1),
          Map.entry("date", 1),
          Map.entry("textcolor", 1),
          Map.entry("colorbox", 1),
          Map.entry("raisebox", 1),
          Map.entry("parbox", 1),
          Map.entry("resizebox", 2),
          Map.entry("scalebox", 1),
          Map.entry("rotatebox", 1),
          Map.entry("multirow", 2),
          Map.entry("multicolumn", 2),
          Map.entry("fontsize", 2),
          Map.entry("selectfont", 0));

  /** Commands whose argument is shown without any look of its own. */
  static final Set<String> PLAIN =
      Set.of(
          "textrm", "textsf", "textsc", "textsl", "textup", "textmd", "textnormal", "underline",
          "uline", "mbox", "hbox", "fbox", "makebox", "framebox", "centerline", "text",
          "textcolor", "colorbox", "raisebox", "parbox", "resizebox", "scalebox", "rotatebox",
          "multirow", "multicolumn", "textsuperscript", "textsubscript", "uppercase",
          "lowercase", "MakeUppercase", "thanks", "enquote", "nolinkurl", "ref", "textquote");

  /** Headings of Polygon's and others' styles, by command. */
  static final Map<String, String> HEADINGS =
      Map.ofEntries(
          Map.entry("InputFile", "Input"),
          Map.entry("OutputFile", "Output"),
          Map.entry("Interaction", "Interaction"),
          Map.entry("Scoring", "Scoring"),
          Map.entry("Note", "Note"),
          Map.entry("Notes", "Notes"),
          Map.entry("Explanation", "Explanation"),
          Map.entry("Explanations", "Explanations"),
          Map.entry("Input", "Input"),
          Map.entry("Output", "Output"));

  private LatexWords() {}
}
