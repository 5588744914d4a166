// Calls the learner's function for each case on standard input.
'use strict';
const fs = require('fs');
const vm = require('vm');

const data = fs.readFileSync(0);
let position = 0;

function line() {
  const end = data.indexOf(10, position);
  const text = data.toString('latin1', position, end);
  position = end + 1;
  return text;
}

function read() {
  const text = line();
  const rest = text.slice(1);
  switch (text[0]) {
    case 'i':
    case 'f':
      return Number(rest);
    case 'b':
      return rest === '1';
    case 's': {
      const start = position;
      position += Number(rest) + 1;
      return data.toString('utf8', start, position - 1);
    }
    case 'l':
      return Array.from({ length: Number(rest) }, read);
    default: {
      const entries = {};
      for (let left = Number(rest); left > 0; left--) {
        const key = read();
        entries[key] = read();
      }
      return entries;
    }
  }
}

function write(value, out) {
  if (value === null || value === undefined) {
    out.push('n\n');
  } else if (typeof value === 'boolean') {
    out.push(`b${value ? 1 : 0}\n`);
  } else if (typeof value === 'bigint' || Number.isSafeInteger(value)) {
    // Minus zero is an integer in JavaScript, but not in other languages.
    out.push(`i${Object.is(value, -0) ? 0 : value}\n`);
  } else if (typeof value === 'number') {
    out.push(`f${value}\n`);
  } else if (typeof value === 'string') {
    out.push(`s${Buffer.byteLength(value)}\n${value}\n`);
  } else if (value instanceof Map) {
    write(Object.fromEntries(value), out);
  } else if (typeof value[Symbol.iterator] === 'function') {
    const items = [...value];
    out.push(`l${items.length}\n`);
    items.forEach((item) => write(item, out));
  } else {
    const entries = Object.entries(value);
    out.push(`m${entries.length}\n`);
    entries.forEach(([key, item]) => {
      write(key, out);
      write(item, out);
    });
  }
}

// The learner's output goes to standard error; results have a stream of their own.
const answers = 1;
process.stdout.write = process.stderr.write.bind(process.stderr);
globalThis.require = require;
globalThis.module = { exports: {} };
globalThis.exports = globalThis.module.exports;
vm.runInThisContext(fs.readFileSync('solution.js', 'utf8'), { filename: 'solution.js' });
const found = vm.runInThisContext('typeof @name@ === "function" ? @name@ : undefined');
const solution = found ?? globalThis.module.exports.@name@;
if (typeof solution !== 'function') {
  console.error('There is no function @name@.');
  process.exit(1);
}
for (let cases = Number(line()); cases > 0; cases--) {
  const out = [];
  write(solution(...Array.from({ length: @arity@ }, read)), out);
  const bytes = Buffer.from(out.join(''));
  for (let done = 0; done < bytes.length; ) done += fs.writeSync(answers, bytes, done);
}
