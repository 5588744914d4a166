function runningBalance(changes) {
  let balance = 0;
  return changes.map((change) => (balance += change));
}
