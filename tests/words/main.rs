//! Cases of tests/cases/*.tsv: input and expected output side by side, a comment line begins with `#`.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)] // A test stops at what it did not expect.
mod particle;
mod sentence;
mod stem;
mod token;

/// The rows of a case file, split at tabs, `\u{…}`, `\n` and `\t` unescaped.
fn rows(file: &str) -> Vec<Vec<String>> {
    file.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').map(unescape).collect())
        .collect()
}

/// The rows of the peers' own tests, where they are: peer, function, input, expected.
fn peer_rows() -> Option<Vec<Vec<String>>> {
    let shared = std::env::var("WARRAQ_SHARED")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../shared").to_string());
    let file = format!("{shared}/vectors/peer_tests.tsv");
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("skipped: {file} is not there");
        return None;
    };
    let split = |line: &str| line.split('\t').map(str::to_string).collect();
    Some(text.lines().skip(1).map(split).collect())
}

fn unescape(cell: &str) -> String {
    let mut parts = cell.split('\\');
    let mut out = parts.next().unwrap_or_default().to_string();
    for part in parts {
        if let Some(rest) = part.strip_prefix("u{") {
            let (code, rest) = rest.split_once('}').expect("an escape ends with }");
            let code = u32::from_str_radix(code, 16).expect("an escape is hexadecimal");
            out.push(char::from_u32(code).expect("an escape is a character"));
            out.push_str(rest);
        } else {
            out.push(if part.starts_with('n') { '\n' } else { '\t' });
            out.push_str(&part[1..]);
        }
    }
    out
}
