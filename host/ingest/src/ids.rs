use std::collections::{BTreeMap, BTreeSet};

use rashomon_core::model::{Claim, Input, Notice};

use crate::{ending, stem};
use rashomon_wire::first_free;

/// Gives every article of a run an id of its own, and says where that needed a change its author did not ask for.
///
/// Ids that come from file stems and collide become the shortest end of the path that no other of them has:
/// `north/quay` and `south/quay`. An id that metadata gave stays with the first article that has it, by path; the
/// others are numbered, with a notice that names both files. Claims that were given follow their article's id.
///
/// An id equal to the file's stem counts as one that comes from it.
pub fn settle_ids<'a>(inputs: impl IntoIterator<Item = &'a mut Input>) -> Vec<Notice> {
    let mut inputs: Vec<&mut Input> = inputs.into_iter().collect();
    let mut order: Vec<usize> = (0..inputs.len()).collect();
    order.sort_by(|&a, &b| inputs[a].article.path.cmp(&inputs[b].article.path));
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for index in order {
        let id = inputs[index].article.id.clone();
        groups.entry(id).or_default().push(index);
    }
    let mut desk = Desk {
        taken: groups.keys().cloned().collect(),
        notices: Vec::new(),
    };
    let shared = groups.into_iter().filter(|(_, members)| members.len() > 1);
    for (id, members) in shared {
        desk.part(&id, &members, &mut inputs);
    }
    desk.notices
}

/// The ids that are in use, and what was said.
struct Desk {
    taken: BTreeSet<String>,
    notices: Vec<Notice>,
}

impl Desk {
    /// Gives the articles of one id ids of their own.
    fn part(&mut self, id: &str, members: &[usize], inputs: &mut [&mut Input]) {
        let (stems, mut rest): (Vec<usize>, Vec<usize>) =
            members.iter().partition(|&&index| from_stem(inputs[index]));
        let paths = stems
            .iter()
            .map(|&index| inputs[index].article.path.as_str());
        let crowd = Crowd::of(paths);
        for index in stems {
            let mut ends = crowd.ends_of(&inputs[index].article.path).into_iter();
            match ends.find(|end| !self.taken.contains(end)) {
                Some(unique) => self.rename(inputs[index], unique),
                None => rest.push(index),
            }
        }
        let Some((&first, others)) = rest.split_first() else {
            return;
        };
        let first = inputs[first].article.path.clone();
        for &index in others {
            self.number(inputs[index], id, &first);
        }
    }

    /// The first free number, and a notice: `first` keeps the id.
    fn number(&mut self, input: &mut Input, id: &str, first: &str) {
        let number = first_free(|n| !self.taken.contains(&format!("{id}-{n}")));
        let free = format!("{id}-{number}");
        let message = format!(
            "{}: the id \"{id}\" is that of {first} too, so this article is called \"{free}\"; give it an id of its own",
            input.article.path
        );
        self.notices.push(Notice {
            article: Some(free.clone()),
            ..Notice::new("duplicate-id", message)
        });
        self.rename(input, free);
    }

    fn rename(&mut self, input: &mut Input, id: String) {
        let old = std::mem::replace(&mut input.article.id, id.clone());
        if let Some((_, claims)) = &mut input.given {
            move_claims(claims, &format!("{old}/"), &id);
        }
        self.taken.insert(id);
    }
}

fn move_claims(claims: &mut [Claim], old: &str, id: &str) {
    let moved = |claim: &str| claim.strip_prefix(old).map(|rest| format!("{id}/{rest}"));
    for claim in claims {
        if let Some(new) = moved(&claim.id) {
            claim.id = new;
        }
        if let Some(new) = claim.part_of.as_deref().and_then(moved) {
            claim.part_of = Some(new);
        }
    }
}

fn from_stem(input: &Input) -> bool {
    input.article.id == stem(&input.article.path)
}

/// The paths of files with one stem: how many have an end, and how many are one as a whole.
#[derive(Default)]
struct Crowd {
    ends: BTreeMap<String, usize>,
    wholes: BTreeMap<String, usize>,
}

impl Crowd {
    fn of<'a>(paths: impl Iterator<Item = &'a str>) -> Self {
        let mut crowd = Self::default();
        for path in paths {
            for end in folder_ends(path) {
                *crowd.ends.entry(end.to_owned()).or_default() += 1;
            }
            for whole in wholes(path) {
                *crowd.wholes.entry(whole.to_owned()).or_default() += 1;
            }
        }
        crowd
    }

    /// The ends of this path that no other has, shortest first; then the path as a whole, if no other is the same.
    fn ends_of(&self, path: &str) -> Vec<String> {
        let ends = folder_ends(path).filter(|end| self.ends[*end] == 1);
        let wholes = wholes(path)
            .into_iter()
            .filter(|whole| self.wholes[*whole] == 1);
        ends.chain(wholes).map(str::to_owned).collect()
    }
}

/// The ends of a path from some folder's name on, without the name's ending, shortest first.
fn folder_ends(path: &str) -> impl Iterator<Item = &str> {
    let bare = bare(path);
    let starts = bare.rmatch_indices('/').map(|(at, _)| at + 1);
    let whole = bare.contains('/').then_some(0);
    starts.skip(1).chain(whole).map(move |start| &bare[start..])
}

/// The path without its ending, where that is more than the stem, and the path as it is.
fn wholes(path: &str) -> Vec<&str> {
    let bare = Some(bare(path)).filter(|bare| bare.contains('/'));
    let mut wholes: Vec<&str> = bare.into_iter().collect();
    wholes.push(path);
    wholes.dedup();
    wholes
}

fn bare(path: &str) -> &str {
    match ending(path) {
        Some(ending) => &path[..path.len() - ending.len() - 1],
        None => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{SourceFile, ingest};

    /// Ids by path, and the notices, for files that give these ids (none: the stem).
    fn settled(files: &[(&str, Option<&str>)]) -> (Vec<String>, Vec<Notice>) {
        let mut inputs: Vec<Input> = files
            .iter()
            .map(|(path, id)| {
                let front = id.map_or_else(String::new, |id| format!("---\nid: {id}\n---\n"));
                let bytes = format!("{front}Words.");
                let bytes = bytes.as_bytes();
                ingest(&SourceFile { path, bytes }).expect("text").remove(0)
            })
            .collect();
        let notices = settle_ids(&mut inputs);
        let ids = inputs.into_iter().map(|input| input.article.id);
        (ids.collect(), notices)
    }

    #[test]
    fn colliding_stems_become_paths() {
        let check = |files: &[(&str, Option<&str>)], expected: &[&str], notices: usize| {
            let (ids, told) = settled(files);
            assert_eq!(ids, expected);
            assert_eq!(told.len(), notices, "{told:?}");
        };
        check(&[("a/x.md", None), ("b/y.md", None)], &["x", "y"], 0);
        check(&[("a/x.md", None), ("b/x.md", None)], &["a/x", "b/x"], 0);
        check(
            &[("p/a/x.md", None), ("q/a/x.md", None), ("q/b/x.md", None)],
            &["p/a/x", "q/a/x", "b/x"],
            0,
        );
        check(
            &[("b/x.md", None), ("c/b/x.md", None)],
            &["b/x", "c/b/x"],
            0,
        );
        check(&[("x.md", None), ("x.txt", None)], &["x.md", "x.txt"], 0);
        check(&[("a/x.md", None), ("b/y.md", Some("x"))], &["a/x", "x"], 0);
        check(
            &[("a/x.md", None), ("b/x.md", None), ("c.md", Some("a/x"))],
            &["a/x.md", "b/x", "a/x"],
            0,
        );
        check(
            &[("b/q.md", Some("one")), ("a/p.md", Some("one"))],
            &["one-2", "one"],
            1,
        );
        check(
            &[("-", None), ("-", None)],
            &["standard-input", "standard-input-2"],
            1,
        );
    }

    #[test]
    fn a_notice_names_both_files() {
        let (_, notices) = settled(&[("a.md", Some("one")), ("b.md", Some("one"))]);
        let message = &notices[0].message;
        assert!(
            message.starts_with("b.md: the id \"one\" is that of a.md too"),
            "{message}"
        );
        assert_eq!(notices[0].article.as_deref(), Some("one-2"));
    }

    #[test]
    fn given_claims_follow_their_article() {
        let line = r#"{"schema":"rashomon/claims/1","article":{"id":"one","path":"b.md","text":"Two barges sank."},"claims":[{"id":"one/aaaa","predicate":"sank","quote":"barges"},{"id":"one/bbbb","part_of":"one/aaaa","predicate":"sank","quote":"Two"}]}"#;
        let bytes = format!("{line}\n{line}\n");
        let file = SourceFile {
            path: "c.jsonl",
            bytes: bytes.as_bytes(),
        };
        let mut inputs = ingest(&file).expect("claims");
        assert_eq!(settle_ids(&mut inputs).len(), 1);
        let (_, claims) = inputs[1].given.as_ref().expect("given");
        assert_eq!(claims[1].id, "one-2/bbbb");
        assert_eq!(claims[1].part_of.as_deref(), Some("one-2/aaaa"));
        let (_, claims) = inputs[0].given.as_ref().expect("given");
        assert_eq!(claims[0].id, "one/aaaa");
    }
}
