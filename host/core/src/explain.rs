use crate::group::{Background, Explained, Wanted, explain};
use crate::policy::Policy;
use crate::read::Prepared;

/// Why pairs of articles are taken for one event or for two. `wanted` names them by their place in `prepared`, and so do
/// the answers. The articles must come by id, as [`crate::analyze`] sorts them, for the answers to be those of the report.
pub fn explain_events(
    prepared: &[Prepared],
    background: &Background,
    policy: &Policy,
    wanted: &Wanted,
) -> Vec<Explained> {
    let profiles: Vec<_> = prepared.iter().map(|p| &p.profile).collect();
    explain(&profiles, background, &policy.grouping, wanted)
}
