//! UTF-8 that was read as Windows-1252 on its way here ("â€™" for an apostrophe), mended where that is certain.

/// The bytes that Windows-1252 reads as characters of their own, by those characters.
const HIGH: [(char, u8); 27] = [
    ('€', 0x80),
    ('‚', 0x82),
    ('ƒ', 0x83),
    ('„', 0x84),
    ('…', 0x85),
    ('†', 0x86),
    ('‡', 0x87),
    ('ˆ', 0x88),
    ('‰', 0x89),
    ('Š', 0x8a),
    ('‹', 0x8b),
    ('Œ', 0x8c),
    ('Ž', 0x8e),
    ('‘', 0x91),
    ('’', 0x92),
    ('“', 0x93),
    ('”', 0x94),
    ('•', 0x95),
    ('–', 0x96),
    ('—', 0x97),
    ('˜', 0x98),
    ('™', 0x99),
    ('š', 0x9a),
    ('›', 0x9b),
    ('œ', 0x9c),
    ('ž', 0x9e),
    ('Ÿ', 0x9f),
];

/// How sure a sequence is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sure {
    /// Nobody writes this: three characters of one quotation mark, a capital with a tilde before a copyright sign.
    Of,
    /// Somebody might: "Ã”" may close a quotation. Believed where the text has one that is sure.
    WithOthers,
}

/// The mended text and how many characters were mended; none where nothing certain is wrong.
pub(crate) fn mend(text: &str) -> Option<(String, usize)> {
    // The first bytes of the sequences, as they show.
    if text.is_ascii() || !text.contains(['Ã', 'Â', 'â', 'ï', 'ð']) {
        return None;
    }
    let certain = sequences(text).any(|(.., sure)| sure == Sure::Of);
    if !certain {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let (mut kept, mut mended) = (0, 0);
    for (start, end, c, _) in sequences(text) {
        out.push_str(&text[kept..start]);
        // A byte order mark in the middle of a text is no character.
        out.extend((c != '\u{feff}').then_some(c));
        (kept, mended) = (end, mended + 1);
    }
    out.push_str(&text[kept..]);
    Some((out, mended))
}

/// Every sequence that stands for one character: where it is, the character, how sure.
fn sequences(text: &str) -> impl Iterator<Item = (usize, usize, char, Sure)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < text.len() {
            let rest = &text[at..];
            let first = rest.chars().next()?;
            let found = sequence(rest, first);
            let start = at;
            at += found.map_or(first.len_utf8(), |(length, ..)| length);
            if let Some((length, c, sure)) = found {
                return Some((start, start + length, c, sure));
            }
        }
        None
    })
}

fn sequence(rest: &str, first: char) -> Option<(usize, char, Sure)> {
    let count = match first {
        'Â' | 'Ã' => 2,
        'â' | 'ï' => 3,
        'ð' => 4,
        _ => return None,
    };
    let mut bytes = [0; 4];
    let mut length = 0;
    let mut chars = rest.chars();
    for byte in &mut bytes[..count] {
        let c = chars.next()?;
        *byte = byte_of(c)?;
        length += c.len_utf8();
    }
    let c = std::str::from_utf8(&bytes[..count]).ok()?.chars().next()?;
    let told = match first {
        'â' => matches!(c, '\u{2010}'..='\u{2044}' | '€' | '™' | '\u{2190}'..='\u{21ff}'),
        'ï' => matches!(c, '\u{feff}' | '\u{fffd}' | '\u{fb00}'..='\u{fb06}'),
        'ð' => true,
        _ => !c.is_control(),
    };
    let second = rest.chars().nth(1)?;
    let may_be_meant = count == 2 && (HIGH.iter().any(|(high, _)| *high == second) || first == 'Â');
    let sure = if may_be_meant {
        Sure::WithOthers
    } else {
        Sure::Of
    };
    told.then_some((length, c, sure))
}

fn byte_of(c: char) -> Option<u8> {
    match u32::from(c) {
        code @ 0x80..=0xff => u8::try_from(code).ok(),
        _ => HIGH
            .iter()
            .find(|(high, _)| *high == c)
            .map(|(_, byte)| *byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_wrongly_is_mended() {
        for (text, expected, count) in [
            ("the pilotsâ€™ union", "the pilots’ union", 1),
            ("â€œWe ranâ€\u{9d}, he said", "“We ran”, he said", 2),
            ("cafÃ© noir", "café noir", 1),
            ("20Â°C in the cafÃ©", "20°C in the café", 2),
            ("ï»¿Quay â€“ 3 hurt", "Quay – 3 hurt", 2),
            ("cost â‚¬5", "cost €5", 1),
            ("ðŸ”¥ at the quay", "🔥 at the quay", 1),
        ] {
            assert_eq!(mend(text), Some((expected.to_owned(), count)), "{text}");
        }
    }

    #[test]
    fn what_may_be_meant_is_left() {
        for text in [
            "",
            "café “noir” – 20 °C",
            "“AMANHÃ”, the sign said",
            "CAFÉ” and ÂME",
            "Â« oui Â»",
            "château de l’âge",
            "São Paulo, Ãlvares",
            "â",
            "Ã",
        ] {
            assert_eq!(mend(text), None, "{text}");
        }
    }
}
