use std::cmp::Reverse;
use std::collections::HashMap;

fn favourite_fruit(votes: Vec<String>) -> String {
    let mut counts = HashMap::new();
    for vote in votes {
        *counts.entry(vote).or_insert(0) += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(fruit, count)| (*count, Reverse(fruit.clone())))
        .unwrap()
        .0
}
