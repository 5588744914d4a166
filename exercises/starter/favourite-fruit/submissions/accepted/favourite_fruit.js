function favouriteFruit(votes) {
  const counts = new Map();
  for (const vote of votes) counts.set(vote, (counts.get(vote) ?? 0) + 1);
  let best = votes[0];
  for (const [fruit, count] of counts) {
    const most = counts.get(best);
    if (count > most || (count === most && fruit < best)) best = fruit;
  }
  return best;
}
