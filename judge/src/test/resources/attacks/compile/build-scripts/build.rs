fn main() { std::fs::write("/tmp/ran", "").unwrap(); }
