import { RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  gutter,
  GutterMarker,
  WidgetType,
  type DecorationSet,
} from '@codemirror/view';
import type { CompilerMark } from '@/lib/judging/compiler-marks';

/*
 * Signs beside the lines that a compiler names, and its first words below them. Not @codemirror/lint: its tooltips and
 * panels make the editor 5 kB larger for everybody, and a tooltip is of no use on a phone.
 */

/** So many messages are written below their lines; more would take the code apart. */
const mostMessages = 3;

/** Shows these and no others. */
export const showMarks = StateEffect.define<readonly CompilerMark[]>();

class Sign extends GutterMarker {
  readonly severity: CompilerMark['severity'];
  readonly message: string;

  constructor({ severity, message }: CompilerMark) {
    super();
    this.severity = severity;
    this.message = message;
  }

  override eq(other: Sign): boolean {
    return other.severity === this.severity && other.message === this.message;
  }

  override toDOM(): Node {
    const sign = document.createElement('span');
    sign.className = `cm-sign cm-sign-${this.severity}`;
    sign.textContent = this.severity === 'error' ? '✕' : '!';
    sign.title = this.message;
    return sign;
  }
}

class Message extends WidgetType {
  readonly mark: CompilerMark;

  constructor(mark: CompilerMark) {
    super();
    this.mark = mark;
  }

  override eq(other: Message): boolean {
    return other.mark.message === this.mark.message && other.mark.severity === this.mark.severity;
  }

  override toDOM(): HTMLElement {
    const words = document.createElement('div');
    words.className = `cm-said cm-said-${this.mark.severity}`;
    words.textContent = this.mark.message;
    return words;
  }
}

interface Marked {
  readonly signs: RangeSet<GutterMarker>;
  readonly messages: DecorationSet;
}

const none: Marked = { signs: RangeSet.of<GutterMarker>([]), messages: Decoration.none };

const marked = StateField.define<Marked>({
  create: () => none,
  update(value, { changes, effects, state }) {
    const shown = effects.find((effect) => effect.is(showMarks));
    if (shown) return placed(state.doc, shown.value);
    return { signs: value.signs.map(changes), messages: value.messages.map(changes) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ messages }) => messages),
});

/** A mark past the end is about the end, but only where there is no other: compilers also sum up there. */
function placed(doc: Text, marks: readonly CompilerMark[]): Marked {
  const within = marks.filter(({ line }) => line <= doc.lines);
  const shown = within.length > 0 ? within : marks.slice(0, 1);
  const at = (mark: CompilerMark) => doc.line(Math.min(mark.line, doc.lines));
  return {
    signs: RangeSet.of(
      shown.map((mark) => new Sign(mark).range(at(mark).from)),
      true,
    ),
    messages: Decoration.set(
      shown
        .slice(0, mostMessages)
        .map((mark) =>
          Decoration.widget({ widget: new Message(mark), block: true, side: 1 }).range(at(mark).to),
        ),
      true,
    ),
  };
}

const theme = EditorView.theme({
  '.cm-sign': { display: 'block', width: '1em', textAlign: 'center', fontWeight: '700' },
  '.cm-sign-error, .cm-said-error': { color: 'var(--bad)' },
  '.cm-sign-warning, .cm-said-warning': { color: 'var(--ink-soft)' },
  '.cm-said': { padding: '0 0.75rem 0.25rem', fontSize: '0.8125rem', whiteSpace: 'pre-wrap' },
});

/** For an editor that shows marks. The gutter of signs takes no room until there are some. */
export const marking = [
  marked,
  gutter({ class: 'cm-signs', markers: (view) => view.state.field(marked).signs }),
  theme,
];
