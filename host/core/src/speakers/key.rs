//! Digests that name words and features, the same on every machine.

/// A digest of some numbers.
pub(super) fn digest(parts: &[u32]) -> u32 {
    let mixed = parts.iter().fold(0x811c_9dc5, |hash: u32, part| {
        (hash ^ part).wrapping_mul(0x9e37_79b1).rotate_left(13)
    });
    let mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x85eb_ca6b);
    mixed ^ (mixed >> 13)
}

/// A digest of a word (FNV-1a).
pub(super) fn of_text(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash: u32, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
