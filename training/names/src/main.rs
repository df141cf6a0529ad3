//! Trains the weights of the names suggester, and measures it.

#[allow(dead_code, unused_imports, reason = "shared with the program")]
#[path = "../../../src/document/mod.rs"]
mod document;
mod suggest;
#[allow(dead_code, unused_imports, reason = "shared with the program")]
#[path = "../../../src/text/mod.rs"]
mod text;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["train", data, weights] => suggest::train::train(data, weights, false),
        ["try", data, weights] => suggest::train::train(data, weights, true),
        ["score", sets @ ..] => suggest::score::score(sets),
        ["errors", set] => suggest::score::errors(set),
        ["show", articles @ ..] => suggest::score::show(articles),
        ["speed", article] => suggest::score::speed(article),
        _ => eprintln!("usage: train-names train|try DATA WEIGHTS | score|errors|show|speed FILE…"),
    }
}
