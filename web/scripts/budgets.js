// Fails if a page asks for more JavaScript than it may: what its files weigh as the gateway sends them (Brotli), with all
// that they import. Editor and renderer count, because the page opens them by itself; the grammar of the learner's language
// and KaTeX and tables, which only some statements need, come later and don't, nor does what shows the results of a first run.
import { existsSync, readFileSync, statSync } from 'node:fs';

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

const page = (name) => `src/app/pages/${name}-page.tsx`;
const budgets = [
  { name: 'list of exercises', most: 75_000, opens: [page('exercises')] },
  {
    name: 'exercise',
    most: 199_000,
    opens: [
      page('exercise'),
      'src/components/markdown/rendered-markdown.tsx',
      'src/components/code-editor/code-mirror.tsx',
    ],
  },
];

function withImports(names, found = new Set()) {
  for (const name of names) {
    if (found.has(name)) continue;
    const chunk = manifest[name];
    if (!chunk) throw new Error(`The build has no ${name}.`);
    found.add(name);
    withImports(chunk.imports ?? [], found);
  }
  return found;
}

/** Little files are sent as they are. */
function sent(file) {
  const compressed = new URL(`${file}.br`, dist);
  return statSync(existsSync(compressed) ? compressed : new URL(file, dist)).size;
}

let tooLarge = false;
for (const { name, most, opens } of budgets) {
  const chunks = [...withImports(['index.html', ...opens])];
  const bytes = chunks.map((chunk) => sent(manifest[chunk].file)).reduce((sum, size) => sum + size);
  const words = `${name}: ${bytes} of ${most} bytes in ${chunks.length} files`;
  if (bytes > most) {
    tooLarge = true;
    console.error(`${words}, too many`);
  } else console.log(words);
}
if (tooLarge) process.exit(1);
