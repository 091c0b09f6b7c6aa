//! Numbers in digits: "1,200", ".25", "2 1/4", "1.3x10^6", "10k", "40 000".

use crate::lexicon::Class;
use crate::model::Decimal;
use crate::text::{Doc, TokenKind};

/// A number in digits.
pub(super) struct Digits {
    pub(super) value: Decimal,
    /// The token behind it.
    pub(super) end: usize,
    /// Is it written as a fraction or a power, so that it counts nobody?
    pub(super) odd: bool,
}

/// Groups of digits on either side of a hyphen that are looked at to know a telephone number.
const GROUPS: usize = 8;

/// The largest power that is worked out.
const MAX_POWER: u32 = 400;

/// "-", "−".
pub(super) fn is_sign(text: &str) -> bool {
    matches!(text, "-" | "\u{2212}")
}

/// Can a number in digits begin with this mark: ".25", "¾"?
pub(super) fn opens(doc: &Doc<'_>, i: usize) -> bool {
    vulgar(doc.str(i)).is_some() || is_leading_point(doc, i)
}

/// The number in digits that begins here.
pub(super) fn digits_at(doc: &Doc<'_>, i: usize) -> Option<Digits> {
    if doc.is_kind(i, TokenKind::Number) && is_code(doc, i) {
        return None;
    }
    let plain = whole_or_decimal(doc, i)?;
    let found = fraction(doc, i, &plain)
        .or_else(|| power(doc, &plain))
        .unwrap_or(plain);
    multiplied(doc, i, found)
}

/// Digits alone, with what keeps their groups or their decimals apart.
fn whole_or_decimal(doc: &Doc<'_>, i: usize) -> Option<Digits> {
    let read = |value: Decimal, end: usize| Digits {
        value,
        end,
        odd: false,
    };
    if is_leading_point(doc, i) {
        let value = format!("0.{}", doc.str(i + 1)).parse().ok()?;
        return Some(read(value, i + 2));
    }
    if let Some(value) = vulgar(doc.str(i)) {
        let odd = true;
        return Some(Digits {
            odd,
            ..read(value, i + 1)
        });
    }
    if !doc.is_kind(i, TokenKind::Number) {
        return None;
    }
    if let Some((text, end)) = spaced_thousands(doc, i).or_else(|| decimal_comma(doc, i)) {
        return Some(read(text.parse().ok()?, end));
    }
    Some(read(doc.str(i).parse().ok()?, i + 1))
}

/// ".25" behind white space.
fn is_leading_point(doc: &Doc<'_>, i: usize) -> bool {
    let open = doc.tokens.get(i).is_some_and(|t| t.spaced) || i == 0;
    open && doc.str(i) == "." && is_glued_number(doc, i + 1)
}

fn is_glued(doc: &Doc<'_>, i: usize) -> bool {
    doc.tokens.get(i).is_some_and(|t| !t.spaced)
}

fn is_glued_number(doc: &Doc<'_>, i: usize) -> bool {
    is_glued(doc, i) && doc.is_kind(i, TokenKind::Number)
}

fn is_integer(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// "40 000": groups of three behind white space, and no other number behind them; of "40, 000" noughts alone.
fn spaced_thousands(doc: &Doc<'_>, i: usize) -> Option<(String, usize)> {
    let first = doc.str(i);
    if first.len() > 3 || first.starts_with('0') || !is_integer(first) {
        return None;
    }
    let group = |at: usize| {
        let text = doc.str(at);
        let spaced = doc.is_kind(at, TokenKind::Number) && !is_glued(doc, at);
        spaced && text.len() == 3 && is_integer(text)
    };
    let mut text = first.to_owned();
    let mut end = i + 1;
    // A decimal of this library has at most 18 digits: six groups.
    while end < i + 6 {
        let comma = doc.str(end) == "," && is_glued(doc, end) && doc.str(end + 1) == "000";
        let at = end + usize::from(comma);
        if !group(at) {
            break;
        }
        text.push_str(doc.str(at));
        end = at + 1;
    }
    let goes_on = doc.is_kind(end, TokenKind::Number) || doc.str(end) == "/";
    (end > i + 1 && !goes_on).then_some((text, end))
}

/// "1,3" is 1.3 as much of Europe writes it; "1,3,5" is a list.
fn decimal_comma(doc: &Doc<'_>, i: usize) -> Option<(String, usize)> {
    let comma = |at: usize| doc.str(at) == "," && is_glued(doc, at) && is_glued_number(doc, at + 1);
    let (whole, part) = (doc.str(i), doc.str(i + 2));
    let listed = comma(i + 3) || (i >= 2 && comma(i - 1) && is_glued(doc, i));
    let fits = comma(i + 1) && is_integer(whole) && is_integer(part) && part.len() < 3;
    (fits && !listed).then(|| (format!("{whole}.{part}"), i + 3))
}

/// "3/4", "2 1/4", "2½".
fn fraction(doc: &Doc<'_>, i: usize, whole: &Digits) -> Option<Digits> {
    let at = whole.end;
    if let Some(part) = vulgar(doc.str(at)).filter(|_| whole.value.is_integer()) {
        return odd(whole.value.rounded_add(part), at + 1);
    }
    if at == i + 1
        && let Some((value, end)) = slashed(doc, i)
    {
        return odd(Some(value), end);
    }
    let mixed = doc.is_kind(at, TokenKind::Number) && !is_glued(doc, at);
    let (part, end) = slashed(doc, at).filter(|_| mixed && whole.value.is_integer())?;
    odd(whole.value.rounded_add(part), end)
}

fn odd(value: Option<Decimal>, end: usize) -> Option<Digits> {
    let odd = true;
    value.map(|value| Digits { value, end, odd })
}

/// "1/4", with nothing more glued to it.
fn slashed(doc: &Doc<'_>, i: usize) -> Option<(Decimal, usize)> {
    let tied = |at: usize| is_glued(doc, at) && matches!(doc.str(at), "/" | "-");
    let before = is_glued(doc, i) && i > 0 && matches!(doc.str(i - 1), "/" | "-");
    let behind = i > 0
        && before
        && !doc.tokens[i - 1].spaced
        && doc.is_kind(i.wrapping_sub(2), TokenKind::Number);
    let bar = doc.str(i + 1) == "/" && is_glued(doc, i + 1) && is_glued_number(doc, i + 2);
    let (over, under) = (doc.str(i), doc.str(i + 2));
    if !bar || behind || tied(i + 3) || !is_integer(over) || !is_integer(under) {
        return None;
    }
    let value = over
        .parse::<Decimal>()
        .ok()?
        .quotient(under.parse().ok()?)?;
    Some((value, i + 3))
}

/// "1.1^23", "1e10", "12.32e+14", "1.3x10^6".
fn power(doc: &Doc<'_>, base: &Digits) -> Option<Digits> {
    let at = base.end;
    if !is_glued(doc, at) {
        return None;
    }
    let text = doc.str(at);
    if text == "^" {
        let (exponent, end) = signed(doc, at + 1)?;
        return odd(base.value.power(exponent), end);
    }
    let tens = |exponent: i32, end: usize| {
        let factor = Decimal::from(10).power(exponent)?;
        odd(base.value.rounded_mul(factor), end)
    };
    if let Some(rest) = text.strip_prefix(['e', 'E']) {
        // "e-1" is one word, "e+1" is three.
        let minus = rest.strip_prefix('-').filter(|digits| is_integer(digits));
        if is_integer(rest) || minus.is_some() {
            let exponent = small(minus.unwrap_or(rest))?;
            return tens(if minus.is_some() { -exponent } else { exponent }, at + 1);
        }
        let (exponent, end) = signed(doc, at + 1).filter(|_| rest.is_empty())?;
        return tens(exponent, end);
    }
    let ten = match text {
        "x10" | "X10" => at + 1,
        "×" | "*" if doc.str(at + 1) == "10" => at + 2,
        _ => return None,
    };
    let (exponent, end) = signed(doc, ten + 1).filter(|_| doc.str(ten) == "^")?;
    tens(exponent, end)
}

/// An exponent; "--" is a minus written twice.
fn signed(doc: &Doc<'_>, mut at: usize) -> Option<(i32, usize)> {
    let mut sign = 1;
    for _ in 0..2 {
        match doc.str(at) {
            "+" => at += 1,
            text if is_sign(text) => {
                sign = -sign;
                at += 1;
            }
            _ => break,
        }
    }
    let exponent = small(doc.str(at)).filter(|_| is_glued_number(doc, at))?;
    Some((sign * exponent, at + 1))
}

fn small(text: &str) -> Option<i32> {
    let exponent: u32 = text.parse().ok().filter(|n| *n <= MAX_POWER)?;
    i32::try_from(exponent).ok()
}

/// With a letter that multiplies: "10k", "2.33 k". A word glued to digits that is none makes them no number of things:
/// "180ml".
fn multiplied(doc: &Doc<'_>, i: usize, found: Digits) -> Option<Digits> {
    let at = found.end;
    if !doc.is_kind(at, TokenKind::Word) {
        return Some(found);
    }
    let text = doc.str(at);
    let glued = is_glued(doc, at);
    let of_money = i.checked_sub(1).is_some_and(|sign| {
        let mark = doc.is_kind(sign, TokenKind::Mark);
        mark && doc.lexicon.currency(doc.str(sign)).is_some()
    });
    let in_money = || doc.lexicon.money_suffix(text).filter(|_| of_money);
    let suffix = doc.lexicon.number_suffix(text).or_else(in_money);
    let spaced = text.len() == 1 && !is_glued(doc, at + 1) && i + 1 == at;
    match suffix.filter(|_| glued || spaced) {
        Some(factor) => {
            let factor = Decimal::new(i64::try_from(factor).ok()?, 0)?;
            Some(Digits {
                value: found.value.rounded_mul(factor)?,
                end: at + 1,
                odd: found.odd,
            })
        }
        None if glued && !may_follow(doc, at) => None,
        None => Some(found),
    }
}

/// What may stand glued behind digits: an ending, a clitic, or a noun whose space was lost.
fn may_follow(doc: &Doc<'_>, at: usize) -> bool {
    doc.is_any(at, &[Class::OrdinalEnding, Class::Possessive])
        || doc.word(at).person.is_some()
        || doc.word(at).number.is_some()
}

/// Digits in three or more groups with hyphens between and nothing else glued to them: a telephone number.
fn is_code(doc: &Doc<'_>, i: usize) -> bool {
    let hyphen = |at: usize| doc.str(at) == "-" && is_glued(doc, at);
    let mut first = i;
    while first >= 2
        && i - first < 2 * GROUPS
        && is_glued(doc, first)
        && hyphen(first - 1)
        && doc.is_kind(first - 2, TokenKind::Number)
    {
        first -= 2;
    }
    let mut last = i;
    while last - i < 2 * GROUPS && hyphen(last + 1) && is_glued_number(doc, last + 2) {
        last += 2;
    }
    last - first >= 4 && !(is_glued(doc, last + 1) && doc.str(last + 1) == "/")
}

/// The value of a character that is a fraction.
fn vulgar(text: &str) -> Option<Decimal> {
    let (over, under) = match text {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅐" => (1, 7),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        "⅑" => (1, 9),
        "⅒" => (1, 10),
        _ => return None,
    };
    Decimal::from(over).quotient(Decimal::from(under))
}
