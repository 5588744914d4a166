mod sum;

use std::io::Read;

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let values = text.split_whitespace().skip(1).map(|word| word.parse::<i64>().unwrap());
    println!("{}", values.fold(0, sum::sum));
}
