//! House text and captions, told by the words of `passages.toml`.

use super::blocks::Block;
use crate::lexicon::PassageWords;
use crate::model::PassageKind;

/// House text is short, in bytes: a long paragraph that begins like it is an article's.
const MAX_HOUSE: usize = 300;

/// A slogan is a line, in bytes.
const MAX_SLOGAN: usize = 90;

/// Captions are a few sentences, in bytes.
const MAX_CAPTION: usize = 900;

/// A credit is a few names, in bytes.
const MAX_CREDIT: usize = 90;

/// A caption that a site has cut stands above or within the first paragraphs.
const CUT_CAPTIONS_WITHIN: usize = 5;

/// Copyright, invitations, links to other texts.
pub(super) fn is_boilerplate(line: &str, words: &PassageWords) -> bool {
    if line.len() > MAX_HOUSE {
        return false;
    }
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    words
        .boilerplate_whole
        .iter()
        .any(|w| w.eq_ignore_ascii_case(bare))
        || words.boilerplate_starts.begins(line)
        || words.boilerplate_holds.is_in(line)
}

/// "A voice for the valley since 1987".
pub(super) fn is_slogan(line: &str, words: &PassageWords) -> bool {
    if line.len() > MAX_SLOGAN {
        return false;
    }
    let Some((before, year)) = line.trim_end_matches(['.', '!']).rsplit_once(' ') else {
        return false;
    };
    let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    if !is_year {
        return false;
    }
    let before = before.trim_end_matches('.').to_lowercase();
    words.slogan_ends.iter().any(|end| {
        before
            .strip_suffix(end.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
    })
}

/// By how it begins, or by the credit in brackets at its end.
pub(super) fn is_caption(line: &str, words: &PassageWords) -> bool {
    if line.len() > MAX_CAPTION {
        return false;
    }
    words.caption_starts.begins(line)
        || credit(line).is_some_and(|credit| words.caption_credits.is_in(credit))
}

/// What stands in the last brackets of a paragraph that ends with them.
fn credit(line: &str) -> Option<&str> {
    let line = line.trim_end_matches(['.', ' ']);
    let open = match line.chars().next_back()? {
        ')' => '(',
        ']' => '[',
        _ => return None,
    };
    let inside = &line[..line.len() - 1];
    let credit = &inside[inside.rfind(open)? + 1..];
    (credit.len() <= MAX_CREDIT).then_some(credit)
}

/// Above the body, a short paragraph that breaks off with an ellipsis is a caption that the site has cut.
pub(super) fn mark_cut_captions(blocks: &mut [Block], text: &str) {
    let plain = blocks.iter_mut().filter(|block| block.is_plain());
    for block in plain.take(CUT_CAPTIONS_WITHIN) {
        let line = block.span.of(text);
        let cut = line.ends_with('…') || line.ends_with("...");
        let has_sentence = line.contains(". ");
        if cut && has_sentence && line.len() <= MAX_CAPTION {
            block.kind = PassageKind::Caption;
        }
    }
}
