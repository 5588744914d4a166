function favouriteFruit(votes) {
  const counts = {};
  for (const vote of votes) counts[vote] = (counts[vote] ?? 0) + 1;
  // Takes of several the one that comes last.
  return Object.keys(counts).sort().reduce((a, b) => (counts[b] >= counts[a] ? b : a));
}
