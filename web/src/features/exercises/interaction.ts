export interface Turn {
  readonly fromProgram: boolean;
  readonly text: string;
}

/**
 * What judge and program say to each other in each pass. A line that begins with neither mark continues what was said
 * before it; where nothing was, it is from the judge. One blank after a mark separates it from the text, further ones
 * belong to the text.
 */
export function passesOf(interaction: string): Turn[][] {
  const passes: Turn[][] = [];
  for (const pass of interaction.replace(/\r/g, '').split(/^---\s*$/m)) {
    const turns: { fromProgram: boolean; text: string }[] = [];
    for (const line of pass.replace(/^\n+|\s+$/g, '').split('\n')) {
      const last = turns.at(-1);
      const marked = /^([<>]) ?(.*)$/.exec(line);
      if (marked) turns.push({ fromProgram: marked[1] === '>', text: marked[2] ?? '' });
      else if (last) last.text += `\n${line}`;
      else if (line !== '') turns.push({ fromProgram: false, text: line });
    }
    if (turns.length > 0) passes.push(turns);
  }
  return passes;
}
