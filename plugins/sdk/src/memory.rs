//! The guest's allocator. A call has an instance of its own, and most calls need little memory: so that none has to be
//! asked of the host, which costs as much as a small rule, they begin with an arena that is part of the instance.

use core::alloc::Layout;
use core::arch::wasm32::memory_grow;

use talc::base::Talc;
use talc::base::binning::Binning;
use talc::cell::TalcSyncCell;
use talc::source::Source;
use talc::wasm::WasmBinning;

/// Bytes of the arena: the claims of most events, and what a rule makes of them.
const ARENA: usize = 256 << 10;

/// Bytes of a page of WebAssembly.
const PAGE: usize = 64 << 10;

/// Pages asked for at once when the arena is full.
const PAGES: usize = 16;

static mut MEMORY: [u8; ARENA] = [0; ARENA];

#[global_allocator]
static ALLOCATOR: TalcSyncCell<ArenaFirst, WasmBinning> =
    TalcSyncCell::new_wasm(ArenaFirst { claimed: false });

/// The arena first, then more of the host's.
#[derive(Debug)]
struct ArenaFirst {
    claimed: bool,
}

// SAFETY: it allocates nothing while it looks for memory.
#[expect(unsafe_code, reason = "talc takes memory from nothing else")]
unsafe impl Source for ArenaFirst {
    fn acquire<B: Binning>(talc: &mut Talc<Self, B>, layout: Layout) -> Result<(), ()> {
        let (base, size) = if talc.source.claimed {
            grown(layout).ok_or(())?
        } else {
            talc.source.claimed = true;
            ((&raw mut MEMORY).cast(), ARENA)
        };
        // SAFETY: nobody else knows of the arena, nor of pages that have just been made.
        unsafe { talc.claim(base, size) }.map(|_| ()).ok_or(())
    }
}

/// New pages that hold `layout`: many at once where the store's limit allows, else as few as will do.
fn grown(layout: Layout) -> Option<(*mut u8, usize)> {
    // A page more than it takes: room for the allocator's own notes.
    let least = layout.size().checked_add(layout.align())? / PAGE + 2;
    [least.max(PAGES), least].into_iter().find_map(|pages| {
        let end = memory_grow::<0>(pages);
        (end != usize::MAX).then(|| ((end * PAGE) as *mut u8, pages * PAGE))
    })
}
