//! Text into words and stems. The stemmer knows English endings only; everything else holds for any script with
//! spaces between words.

/// One word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// As it stands there, without a possessive 's.
    pub(super) text: &'t str,
    /// First byte in the text.
    pub(super) start: usize,
}

impl Word<'_> {
    /// One past the last byte in the text.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Does it begin with a capital letter?
    pub(super) fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// The words of a text, in order: runs of letters (with apostrophes inside) and figures (with points and commas inside).
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text.get(rest..)?.find(char::is_alphanumeric)?;
        let tail = &text[start..];
        let digits = tail.starts_with(|c: char| c.is_ascii_digit());
        let inside = |c: char| match digits {
            true => c.is_ascii_digit() || matches!(c, '.' | ','),
            false => (c.is_alphanumeric() && !c.is_ascii_digit()) || matches!(c, '\'' | '’'),
        };
        let run = &tail[..tail.find(|c| !inside(c)).unwrap_or(tail.len())];
        rest = start + run.len();
        let text = run.trim_end_matches(['.', ',', '\'', '’']);
        let owner = text
            .strip_suffix(['s', 'S'])
            .and_then(|owner| owner.strip_suffix(['\'', '’']));
        Some(Word {
            text: owner.unwrap_or(text),
            start,
        })
    })
}

/// The stem under which a word is counted, in lower case; none for a single letter.
pub(super) fn stem(word: &str) -> Option<String> {
    let mut stem = String::new();
    lower_into(word, &mut stem);
    stem_of_lower(&mut stem).then_some(stem)
}

/// Makes the stem of a word in lower case; false for a single letter, which has none.
pub(super) fn stem_of_lower(word: &mut String) -> bool {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        word.retain(|c| c != ',');
        return true;
    }
    let has_stem = word.chars().nth(1).is_some();
    if has_stem {
        drop_ending(word);
    }
    has_stem
}

/// Writes the word in lower case over `out`.
pub(super) fn lower_into(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() {
        out.push_str(word);
        out.make_ascii_lowercase();
    } else {
        out.extend(word.chars().flat_map(char::to_lowercase));
    }
}

fn drop_ending(word: &mut String) {
    let singular = word.len();
    if word.ends_with("ies") && singular > 4 {
        word.truncate(singular - 3);
        word.push('y');
    } else if word.ends_with("sses") {
        word.truncate(singular - 2);
    } else if word.ends_with('s')
        && singular > 3
        && !["ss", "us", "is"].iter().any(|e| word.ends_with(e))
    {
        word.truncate(singular - 1);
    }
    for ending in ["ing", "ed"] {
        if word.len() >= ending.len() + 4 && word.ends_with(ending) {
            word.truncate(word.len() - ending.len());
            undouble(word);
            break;
        }
    }
    if word.len() > 4 && word.ends_with('e') {
        word.pop();
    }
}

/// "stopp" (from "stopped") becomes "stop"; "kill" and "pass" keep both letters.
fn undouble(word: &mut String) {
    let mut ends = word.chars().rev();
    if let (Some(last), Some(before)) = (ends.next(), ends.next())
        && last == before
        && !matches!(last, 'l' | 's')
    {
        word.pop();
    }
}

/// A 64-bit name of a string (FNV-1a, then mixed), the same on every machine. Two different stems of one corpus share a
/// digest about never, and if they did, two words would be taken for one.
pub(super) fn digest(text: &str) -> u64 {
    let folded = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mixed = (folded ^ (folded >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 29)
}
