//! What a reader of some kind of file makes of one text, before it is cleaned and becomes an article.

use rashomon_core::model::{Notice, Stamp};

use crate::front::Metadata;
use crate::stamp;

/// One text with what is known of it.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) metadata: Metadata,
    /// Lines end in `\n`; a blank line parts paragraphs.
    pub(crate) body: String,
    /// Entries of a live blog, as they stand, behind the body.
    pub(crate) posts: Vec<Post>,
    /// Why it is not to be compared: withdrawn by its agency. A sentence without the file's name.
    pub(crate) withdrawn: Option<String>,
    pub(crate) notices: Vec<Notice>,
}

/// One entry of a live blog.
#[derive(Debug, Default)]
pub(crate) struct Post {
    pub(crate) text: String,
    pub(crate) at: Option<Stamp>,
}

/// A date with the place it was found in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dated {
    pub(crate) stamp: Stamp,
    pub(crate) from: String,
}

/// Dates of one kind found in a file, the most trustworthy first.
#[derive(Debug, Default)]
pub(crate) struct Dates {
    pub(crate) found: Vec<Dated>,
    /// Words that should be a date and are none, and where they stand.
    pub(crate) unread: Vec<(String, String)>,
}

impl Dates {
    pub(crate) fn add(&mut self, words: &str, from: &str) {
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        match stamp::read(words) {
            Some(stamp) => self.found.push(Dated {
                stamp,
                from: from.to_owned(),
            }),
            None => self.unread.push((words.to_owned(), from.to_owned())),
        }
    }

    pub(crate) fn first(&self) -> Option<&Dated> {
        self.found.first()
    }
}
