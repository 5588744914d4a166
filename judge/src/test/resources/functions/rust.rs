use std::collections::BTreeMap;

fn combine(
    text: String,
    numbers: Vec<Vec<i64>>,
    weights: BTreeMap<String, f64>,
    loud: bool,
) -> BTreeMap<String, Vec<String>> {
    println!("printed by the learner");
    let mut result = BTreeMap::new();
    let sums = numbers.iter().map(|row| row.iter().sum::<i64>().to_string()).collect();
    result.insert(text, sums);
    let shown = weights.iter().map(|(key, weight)| format!("{}={:.2}", key, weight)).collect();
    result.insert("weights".to_string(), shown);
    result.insert("loud".to_string(), vec![if loud { "yes" } else { "no" }.to_string()]);
    result
}
