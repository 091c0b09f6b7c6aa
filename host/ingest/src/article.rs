//! Texts with their metadata as articles.

use rashomon_core::model::{Article, Basis, Entry, Input, Notice, Span, Stamp};

use crate::clean::{self, Odd};
use crate::decode::Kind;
use crate::draft::{Draft, Post};
use crate::error::{BY_HAND, Refusal};
use crate::front;
use crate::pasted::{self, Piece};
use crate::{doubt, language, live, markdown, outlet, stem};

/// How many paragraphs are looked at for the title: a date line, a section and a byline may stand above it.
const TITLE_WITHIN: usize = 5;

/// The file that articles are made of.
#[derive(Clone, Copy)]
pub(crate) struct Origin<'a> {
    pub(crate) path: &'a str,
    pub(crate) sha256: &'a str,
    /// What concerns all of it.
    pub(crate) notices: &'a [Notice],
}

/// The articles of a plain or Markdown text: one, or as many as were pasted into the file.
pub(crate) fn texts(origin: Origin<'_>, text: &str, kind: Kind) -> Result<Vec<Input>, Refusal> {
    let (text, odd) = clean::visible(text);
    let pieces = pasted::cut(&text);
    let several = pieces.len() > 1;
    let drafts = pieces
        .iter()
        .map(|piece| draft(origin.path, piece, kind, several));
    inputs(origin, drafts.collect(), odd)
}

/// The articles of drafts: numbered where they are several. What is empty is told of, if others are not.
pub(crate) fn inputs(
    origin: Origin<'_>,
    drafts: Vec<Draft>,
    odd: Odd,
) -> Result<Vec<Input>, Refusal> {
    let (count, several) = (drafts.len(), drafts.len() > 1);
    let mut inputs: Vec<Input> = Vec::with_capacity(drafts.len());
    let mut empty = Vec::new();
    let mut left = odd;
    for (number, draft) in (1..).zip(drafts) {
        let number = several.then_some(number);
        match finish(origin, draft, number, &mut left) {
            Some(input) => inputs.push(input),
            None => empty.extend(number),
        }
    }
    let mut notices = origin.notices.to_vec();
    notices.extend(told(origin.path, left));
    if several {
        let message = format!(
            "{}: it holds {} texts, each an article of its own",
            origin.path, count
        );
        notices.push(Notice::new("several-texts", message));
        notices.extend(empty.iter().map(|number| {
            let message = format!(
                "{}: text {number}: not read: there is no text in it; {BY_HAND}",
                origin.path
            );
            Notice::new("not-read", message)
        }));
    }
    let Some(first) = inputs.first_mut() else {
        return Err(Refusal::NoText);
    };
    notices.append(&mut first.notices);
    first.notices = notices;
    Ok(inputs)
}

fn told(path: &str, odd: Odd) -> Vec<Notice> {
    let mut notices = Vec::new();
    if odd.invisible > 0 {
        let message = format!(
            "{path}: {} invisible characters (zero-width, direction marks, control characters) were taken out",
            odd.invisible
        );
        notices.push(Notice::new("invisible-characters", message));
    }
    if odd.digits > 0 {
        let message = format!(
            "{path}: {} digits of other scripts or styles were written as plain ones (2 for ２)",
            odd.digits
        );
        notices.push(Notice::new("look-alike-digits", message));
    }
    notices
}

/// One piece of a file as a draft.
fn draft(path: &str, piece: &Piece<'_>, kind: Kind, several: bool) -> Draft {
    let (metadata, body, notices) = match front::read(path, piece.text, piece.above) {
        (metadata, body, notices) if several && metadata == front::Metadata::default() => {
            let (metadata, body, more) = front::head_lines(path, body);
            (metadata, body, [notices, more].concat())
        }
        read => read,
    };
    let mut draft = Draft {
        metadata,
        notices,
        ..Draft::default()
    };
    draft.body = match kind {
        Kind::Markdown => {
            let (plain, heading) = markdown::plain(body);
            let heading = heading.map(|heading| clean::one_line(&heading));
            let title = &mut draft.metadata.title;
            *title = title
                .take()
                .or(heading.filter(|heading| !heading.is_empty()));
            plain
        }
        _ => body.to_owned(),
    };
    draft
}

/// A draft as an article; none where it has no text.
fn finish(
    origin: Origin<'_>,
    mut draft: Draft,
    number: Option<usize>,
    odd: &mut Odd,
) -> Option<Input> {
    let path = origin.path;
    clean_metadata(&mut draft, odd);
    let body = paragraphs(&draft.body, odd);
    let posts: Vec<_> = draft
        .posts
        .iter()
        .map(|post| (paragraphs(&post.text, odd), post))
        .collect();
    let posts: Vec<_> = posts
        .into_iter()
        .filter(|(text, _)| !text.is_empty())
        .collect();
    if body.is_empty() && posts.is_empty() && draft.metadata.title.is_none() {
        return None;
    }
    let only_title = body.is_empty() && posts.is_empty();
    let mut notices = std::mem::take(&mut draft.notices);
    doubt::weigh(path, &mut draft.metadata, &mut notices);
    let mut article = article(path, draft.metadata, number);
    origin.sha256.clone_into(&mut article.sha256);
    article.text = with_title(article.title.as_deref(), body);
    append(&mut article, posts);
    if article.entries.is_empty() {
        article.entries = live::entries(&article.text, article.published.as_ref());
    }
    date_by_entries(&mut article);
    if only_title {
        let message = format!("{path}: there is only a headline in it; {BY_HAND}");
        notices.push(Notice::new("not-read", message));
    }
    let unread = unread(&mut article, draft.withdrawn);
    notices.extend(
        unread
            .iter()
            .map(|why| Notice::new("not-read", format!("{path}: not read: {why}"))),
    );
    Some(Input {
        article,
        // No claim of it is read; those that a person adds to its line of the claims file are kept.
        given: unread.map(|_| (Vec::new(), Vec::new())),
        notices,
    })
}

/// Why nothing of the article is read, if so.
fn unread(article: &mut Article, withdrawn: Option<String>) -> Option<String> {
    let declared = Some(article.language.as_str()).filter(|language| !language.is_empty());
    let foreign = language::foreign(&article.text, declared);
    let code = foreign.as_ref().map(|foreign| foreign.code.clone());
    article.language = code.unwrap_or_else(|| "en".to_owned());
    withdrawn.or_else(|| {
        let name = foreign?.name;
        Some(format!("language {name}; enter it by hand: `rashomon extract` prints its line, add claims to that"))
    })
}

/// A live blog that says no more begins with its earliest entry.
fn date_by_entries(article: &mut Article) {
    let earliest = article.entries.iter().map(|entry| &entry.at);
    let earliest = earliest.min_by_key(|at| (at.date, at.time));
    if let (None, Some(at)) = (&article.published, earliest) {
        article.published_from = Some("the earliest entry".to_owned());
        article.published = Some(Stamp {
            basis: Basis::Implied,
            ..at.clone()
        });
    }
}

fn paragraphs(text: &str, odd: &mut Odd) -> String {
    let (text, found) = clean::visible(text);
    *odd += found;
    clean::paragraphs(&text)
}

fn clean_metadata(draft: &mut Draft, odd: &mut Odd) {
    let metadata = &mut draft.metadata;
    let lines = [
        &mut metadata.id,
        &mut metadata.title,
        &mut metadata.outlet,
        &mut metadata.byline,
    ];
    for line in lines {
        let Some(text) = line.take() else {
            continue;
        };
        let (text, found) = clean::visible(&text);
        *odd += found;
        *line = Some(clean::one_line(&text)).filter(|text| !text.is_empty());
    }
}

fn article(path: &str, metadata: front::Metadata, number: Option<usize>) -> Article {
    let stem = || {
        let stem = clean::one_line(stem(path));
        number.map_or(stem.clone(), |number| format!("{stem}-{number}"))
    };
    Article {
        id: metadata.id.unwrap_or_else(stem),
        outlet: metadata.outlet.as_deref().map_or_else(stem, outlet::name),
        title: metadata.title,
        byline: metadata.byline,
        url: metadata.url,
        published: metadata.published,
        published_from: metadata.published_from,
        not_before: None,
        modified: metadata.modified,
        retrieved: metadata.retrieved,
        language: metadata
            .language
            .as_deref()
            .map(language::primary)
            .unwrap_or_default(),
        path: path.to_owned(),
        sha256: String::new(),
        text: String::new(),
        entries: Vec::new(),
    }
}

/// Puts the entries of a live blog behind the text.
fn append(article: &mut Article, posts: Vec<(String, &Post)>) {
    for (text, post) in posts {
        if !article.text.is_empty() {
            article.text.push_str("\n\n");
        }
        let start = article.text.len();
        article.text.push_str(&text);
        if let Some(at) = post.at.clone() {
            let span = Span::new(start, article.text.len());
            article.entries.push(Entry { span, at });
        }
    }
}

/// The text, with the title in front where the text does not carry it.
fn with_title(title: Option<&str>, body: String) -> String {
    match title {
        Some(title) if body.is_empty() => title.to_owned(),
        Some(title) if !carries(&body, title) => format!("{title}\n\n{body}"),
        _ => body,
    }
}

/// Is one of the first paragraphs, or its first line, the title but for case, blanks and punctuation?
fn carries(body: &str, title: &str) -> bool {
    let mut paragraphs = body.split("\n\n").take(TITLE_WITHIN);
    paragraphs.any(|paragraph| {
        let line = paragraph.split('\n').next().unwrap_or("");
        letters(paragraph).eq(letters(title)) || letters(line).eq(letters(title))
    })
}

fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase)
}
