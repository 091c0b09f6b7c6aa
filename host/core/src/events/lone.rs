//! Quotations that nobody else has: nothing is compared with them.

use std::collections::BTreeSet;

use crate::align::{Quoted, echoes, root_of};
use crate::group::Cluster;
use crate::lexicon::Lexicon;
use crate::model::{ClaimRef, Reading};

/// Forgets the quotations that no other article of the same cluster has: nothing is compared with them, and there are many. What
/// a person entered or corrected stays.
pub(crate) fn forget_lone_quotations(
    readings: &mut [Reading],
    clusters: &[Cluster],
    lexicon: &Lexicon,
) {
    let mut echoed: BTreeSet<ClaimRef> = BTreeSet::new();
    for cluster in clusters.iter().filter(|c| c.articles.len() > 1) {
        let mut refs = Vec::new();
        let mut said = Vec::new();
        for article in &cluster.articles {
            let root = root_of(&cluster.copies, *article);
            let reading = &readings[*article];
            for (claim, told) in reading.claims.iter().enumerate() {
                if lexicon.is_statement(&told.predicate) {
                    refs.push(ClaimRef {
                        article: *article,
                        claim,
                    });
                    said.push(Quoted::of(told, &reading.article.text, root));
                }
            }
        }
        let found = echoes(&said);
        echoed.extend(
            found
                .iter()
                .flat_map(|echo| [refs[echo.left], refs[echo.right]]),
        );
    }
    for (article, reading) in readings.iter_mut().enumerate() {
        let mut place = 0..;
        reading.claims.retain(|told| {
            let claim = place.next().unwrap_or(usize::MAX);
            let kept = told.correction.is_some() || echoed.contains(&ClaimRef { article, claim });
            kept || !lexicon.is_statement(&told.predicate)
        });
    }
}
