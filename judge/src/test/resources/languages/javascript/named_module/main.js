// This name belongs to a script's surroundings, but not to a module's.
const module = import('./sum.js');
const [count, ...values] = (await import('fs')).readFileSync(0, 'utf8').split(/\s+/).map(Number);
console.log((await module).sum(values.slice(0, count)));
