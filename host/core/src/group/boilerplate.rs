//! House text that reading did not recognise: lines that several articles carry word for word although they tell
//! different stories.

use super::profile::Profile;

/// A line in this many articles is house text. Two may be a story and its copy.
const CARRIERS: usize = 3;

/// For each article, for each of its lines: is it the article's own?
///
/// A wire text that three outlets carry word for word is a story, not house text, and stays: the lines carried by the
/// same articles are looked at together, and if they speak of what most of these articles' headlines speak of, they are
/// kept.
pub(super) fn own_lines(profiles: &[&Profile]) -> Vec<Vec<bool>> {
    let mut own: Vec<Vec<bool>> = profiles.iter().map(|p| vec![true; p.lines.len()]).collect();
    for block in blocks(profiles) {
        if is_story(profiles, &block) {
            continue;
        }
        for place in block {
            own[place.article][place.line] = false;
        }
    }
    own
}

/// Where a line stands.
#[derive(Clone, Copy)]
struct Place {
    article: usize,
    line: usize,
}

/// The lines that at least three articles carry, those with the same carriers together.
fn blocks(profiles: &[&Profile]) -> Vec<Vec<Place>> {
    let mut places: Vec<(u64, usize, usize)> = Vec::new();
    for (article, profile) in profiles.iter().enumerate() {
        let lines = profile
            .lines
            .iter()
            .enumerate()
            .filter(|(_, line)| !line.is_title);
        places.extend(lines.filter_map(|(at, line)| Some((line.digest?, article, at))));
    }
    places.sort_unstable();
    let mut shared: Vec<(Vec<usize>, Vec<Place>)> = Vec::new();
    for same in places.chunk_by(|a, b| a.0 == b.0) {
        let mut carriers: Vec<usize> = same.iter().map(|(_, article, _)| *article).collect();
        carriers.dedup();
        if carriers.len() >= CARRIERS {
            shared.push((
                carriers,
                same.iter()
                    .map(|&(_, article, line)| Place { article, line })
                    .collect(),
            ));
        }
    }
    shared.sort_by(|a, b| a.0.cmp(&b.0));
    shared
        .chunk_by(|a, b| a.0 == b.0)
        .map(|same| {
            same.iter()
                .flat_map(|(_, places)| places.iter().copied())
                .collect()
        })
        .collect()
}

/// Do most of the articles that carry the block have half the words of their headline in it? Where there is no
/// headline, the block is taken for the story.
fn is_story(profiles: &[&Profile], block: &[Place]) -> bool {
    let mut places = block.to_vec();
    places.sort_unstable_by_key(|place| (place.article, place.line));
    let (mut carriers, mut told) = (0, 0);
    for lines in places.chunk_by(|a, b| a.article == b.article) {
        carriers += 1;
        told += usize::from(tells_headline(profiles[lines[0].article], lines));
    }
    told * 2 > carriers
}

fn tells_headline(profile: &Profile, places: &[Place]) -> bool {
    let mut words: Vec<u16> = Vec::new();
    for place in places {
        words.extend(profile.line_words(&profile.lines[place.line]));
    }
    words.sort_unstable();
    let titles = profile.lines.iter().filter(|line| line.is_title);
    let title: Vec<u16> = titles
        .flat_map(|line| profile.line_words(line))
        .copied()
        .collect();
    let found = title
        .iter()
        .filter(|word| words.binary_search(word).is_ok())
        .count();
    found * 2 >= title.len()
}
