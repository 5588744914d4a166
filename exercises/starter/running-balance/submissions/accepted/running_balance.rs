fn running_balance(changes: Vec<i64>) -> Vec<i64> {
    changes
        .iter()
        .scan(0, |balance, change| {
            *balance += change;
            Some(*balance)
        })
        .collect()
}
