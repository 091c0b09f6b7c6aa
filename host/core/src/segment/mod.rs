//! stub
use crate::lexicon::Lexicon; use crate::model::*;
pub(crate) fn segment(article: &mut Article, _l: &Lexicon) -> (Vec<Passage>, Vec<Notice>) {
    let mut at = 0; let mut out = Vec::new(); let mut n = 0;
    for para in article.text.split("\n\n") {
        let start = at; at += para.len() + 2;
        if para.trim().is_empty() { continue; }
        let kind = if out.is_empty() { PassageKind::Headline } else { PassageKind::Paragraph };
        let number = (kind == PassageKind::Paragraph).then(|| { n += 1; n });
        out.push(Passage { kind, number, span: Span::new(start, start + para.len()) });
    }
    (out, Vec::new())
}
