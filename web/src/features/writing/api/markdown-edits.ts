/** A text with its selection. */
export interface Edited {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Puts marks around the selection, or takes them away if they are there. */
export function surrounded({ text, start, end }: Edited, before: string, after = before): Edited {
  const marked =
    text.slice(start - before.length, start) === before &&
    text.slice(end, end + after.length) === after;
  const inside = text.slice(start, end);
  return marked
    ? {
        text: text.slice(0, start - before.length) + inside + text.slice(end + after.length),
        start: start - before.length,
        end: end - before.length,
      }
    : {
        text: text.slice(0, start) + before + inside + after + text.slice(end),
        start: start + before.length,
        end: end + before.length,
      };
}

/** Begins each selected line with a mark. */
export function prefixed({ text, start, end }: Edited, mark: string): Edited {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lines = text.slice(from, end).split('\n');
  const changed = lines.map((line) => mark + line).join('\n');
  return {
    text: text.slice(0, from) + changed + text.slice(end),
    start: start + mark.length,
    end: end + mark.length * lines.length,
  };
}

/** A picture in a paragraph of its own, its description selected. */
export function withPicture({ text, end }: Edited, name: string, description: string): Edited {
  const before = text.slice(0, end);
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const start = end + gap.length + '!['.length;
  const address = encodeURI(name).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
  return {
    text: `${before}${gap}![${description}](${address})\n${text.slice(end)}`,
    start,
    end: start + description.length,
  };
}

/** A name for a picture that no other file has, made of the name that it had. */
export function pictureName(file: Pick<File, 'name' | 'type'>, taken: readonly string[]): string {
  const [, stem = '', ending = ''] = /^(.*?)(?:\.([^.]+))?$/.exec(file.name) ?? [];
  const clean = stem
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const kind = ending.toLowerCase() || (file.type.split('/')[1] ?? 'png').replace('svg+xml', 'svg');
  // Browsers call every pasted picture "image".
  const base = clean === '' || clean === 'image' ? 'picture' : clean;
  for (let number = 1; ; number += 1) {
    const name = `${base}${number === 1 && base !== 'picture' ? '' : `-${number}`}.${kind}`;
    if (!taken.includes(name)) return name;
  }
}
