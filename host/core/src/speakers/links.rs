//! Which verb a word is tied to, over what stands between: its own as a subject, or the one before it.

use super::seen::{Part, Seen};

/// The verb that a word would be the subject of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ahead {
    pub(super) verb: usize,
    /// Commas between, up to two.
    pub(super) commas: u32,
    /// Relative clauses between, up to two.
    pub(super) clauses: u32,
}

/// The verb of saying right before, of which a word would be the object or the inverted subject.
#[derive(Clone, Copy, Debug)]
pub(super) struct Behind {
    pub(super) verb: usize,
    pub(super) commas: u32,
}

/// A description between two commas or dashes that a verb of saying follows: "S, the director, said".
#[derive(Clone, Copy, Debug)]
pub(super) struct Apposed {
    pub(super) verb: usize,
    /// Within it, rather than before it.
    pub(super) within: bool,
    /// The first token of the description.
    pub(super) opens: usize,
}

/// The most tokens of a description between commas.
pub(super) const DESCRIPTION: usize = 32;

/// The most tokens of a name before such a description.
const NAME: usize = 12;

/// For every token the verb ahead of it; one more at the end.
pub(super) fn ahead(tokens: &[Seen]) -> Vec<Option<Ahead>> {
    let end = tokens.len();
    let mut comma_after = vec![end; end + 1];
    let mut found = vec![None; end + 1];
    for (i, token) in tokens.iter().enumerate().rev() {
        comma_after[i] = if token.comma { i } else { comma_after[i + 1] };
        found[i] = match () {
            () if token.part == Part::Relative => past_relative(tokens, &found, i),
            () if token.is_verbal() => Some(Ahead {
                verb: i,
                commas: 0,
                clauses: 0,
            }),
            () if token.comma => past_comma(&found, i, comma_after[i + 1]),
            () if token.stops || token.part == Part::Break || token.part == Part::Dash => None,
            () => found[i + 1],
        };
    }
    found
}

/// "who lives there": the verb behind the one of the clause.
fn past_relative(tokens: &[Seen], found: &[Option<Ahead>], i: usize) -> Option<Ahead> {
    let own = found[i + 1]?.verb;
    let light = |t: &Seen| t.is_verbal() || t.adverb || t.part == Part::To;
    let rest = tokens[own + 1..].iter().take(NAME);
    let next = own + 1 + rest.take_while(|t| light(t)).count();
    found.get(next).copied().flatten().map(|ahead| Ahead {
        clauses: (ahead.clauses + 1).min(2),
        ..ahead
    })
}

/// Over a description that ends with a comma and the verb; or right to the verb.
fn past_comma(found: &[Option<Ahead>], i: usize, next: usize) -> Option<Ahead> {
    let over = found.get(next + 1).copied().flatten();
    let over = over.filter(|ahead| next - i < DESCRIPTION && ahead.verb <= next + 3);
    let near = found[i + 1].filter(|ahead| ahead.verb < i + 4);
    over.or(near).map(|ahead| Ahead {
        commas: (ahead.commas + 1).min(2),
        ..ahead
    })
}

/// For every token the verb of saying behind it.
pub(super) fn behind(tokens: &[Seen]) -> Vec<Option<Behind>> {
    let mut last: Option<Behind> = None;
    let mut found = Vec::with_capacity(tokens.len());
    for (i, token) in tokens.iter().enumerate() {
        let speaks = token.verb.is_some() || token.introduces;
        if speaks {
            last = Some(Behind { verb: i, commas: 0 });
        } else if token.comma {
            last = last
                .map(|b| Behind {
                    commas: b.commas + 1,
                    ..b
                })
                .filter(|b| b.commas < 4);
        } else if token.stops
            || matches!(
                token.part,
                Part::Break | Part::Relative | Part::Auxiliary | Part::Dash
            )
        {
            last = None;
        }
        found.push(last.filter(|b| b.verb != i));
    }
    found
}

/// For every token the description it belongs to, or stands before.
pub(super) fn apposed(tokens: &[Seen]) -> Vec<Option<Apposed>> {
    let mut found = vec![None; tokens.len()];
    for close in 2..tokens.len() {
        let Some((open, verb)) = description(tokens, close) else {
            continue;
        };
        let apposed = |within| {
            Some(Apposed {
                verb,
                within,
                opens: open + 1,
            })
        };
        found[open..=close].fill(apposed(true));
        let name = tokens[..open].iter().rev().take(NAME);
        let name = name.take_while(|t| {
            !t.separates() && !matches!(t.part, Part::Break | Part::Relative | Part::Auxiliary)
        });
        let name = name.count();
        for before in &mut found[open - name..open] {
            *before = before.or(apposed(false));
        }
    }
    found
}

/// The mark that opens the description which closes here, and the verb of saying that follows.
pub(super) fn description(tokens: &[Seen], close: usize) -> Option<(usize, usize)> {
    let same = |t: &Seen| match tokens[close].part {
        Part::Dash => t.part == Part::Dash,
        _ => t.comma,
    };
    if !tokens[close].comma && tokens[close].part != Part::Dash {
        return None;
    }
    let light = |t: &&Seen| t.adverb || matches!(t.part, Part::Dash | Part::Auxiliary);
    let verb = close + 1 + tokens[close + 1..].iter().take(2).take_while(light).count();
    tokens.get(verb).filter(|t| t.is_finite_speech())?;
    let back = tokens[..close].iter().enumerate().rev();
    let (open, _) = back
        .take(DESCRIPTION)
        .take_while(|(_, t)| !t.stops)
        .find(|(_, t)| same(t))?;
    (open > 0).then_some((open, verb))
}
