//! The compile cache on disk: one file an entry, in a folder that is ours alone.
//!
//! What is read from here is run as machine code, so a folder or file that is a link, belongs to somebody else, or
//! that others can write to, is not used. Whatever goes wrong, the cache is as if it were empty: compiling again is
//! slower and never wrong. `RASHOMON_CACHE` names another folder, or `off`.

use std::env;
use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rashomon_sandbox::{ArtifactStore, NoStore};

/// The store of this run.
pub(crate) fn store() -> Arc<dyn ArtifactStore> {
    match folder().and_then(|folder| Folder::open(folder).ok()) {
        Some(folder) => Arc::new(folder),
        None => Arc::new(NoStore),
    }
}

/// Where the cache lies: as `RASHOMON_CACHE` says, else where the platform keeps such things.
fn folder() -> Option<PathBuf> {
    match env::var_os("RASHOMON_CACHE") {
        Some(word) if word == "off" => return None,
        Some(folder) if !folder.is_empty() => return Some(PathBuf::from(folder)),
        _ => {}
    }
    let variable = |name: &str| env::var_os(name).map(PathBuf::from);
    // A relative path in these variables is to be ignored (XDG Base Directory Specification).
    let absolute = |name: &str| variable(name).filter(|path| path.is_absolute());
    let caches = if cfg!(windows) {
        absolute("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        absolute("HOME").map(|home| home.join("Library/Caches"))
    } else {
        absolute("XDG_CACHE_HOME").or_else(|| absolute("HOME").map(|home| home.join(".cache")))
    };
    caches.map(|caches| caches.join("rashomon").join("plugins"))
}

/// A private folder.
struct Folder {
    path: PathBuf,
    owner: Owner,
    /// Tells apart the drafts of threads that write one entry.
    drafts: AtomicU64,
}

impl Folder {
    /// Makes the folder where it is missing, and makes sure that it is ours.
    fn open(path: PathBuf) -> io::Result<Self> {
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        match create_private(&path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
        let metadata = fs::symlink_metadata(&path)?;
        if !metadata.is_dir() {
            return Err(refused("the cache is no folder"));
        }
        let owner = Owner::of_this_process(&path)?;
        if !owner.alone_has(&metadata) {
            return Err(refused("others can write to the cache"));
        }
        Ok(Self {
            path,
            owner,
            drafts: AtomicU64::new(0),
        })
    }

    /// The entry's file; none for a key that could lead out of the folder.
    fn entry(&self, key: &str) -> Option<PathBuf> {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let is_plain = !key.is_empty() && key.len() <= 128 && key.chars().all(plain);
        is_plain.then(|| self.path.join(key))
    }

    fn read(&self, entry: &Path) -> io::Result<Vec<u8>> {
        let named = fs::symlink_metadata(entry)?;
        if !named.is_file() || !self.owner.alone_has(&named) {
            return Err(refused("the entry is not ours"));
        }
        let mut file = File::open(entry)?;
        if !is_same_file(&named, &file.metadata()?) {
            return Err(refused("the entry was exchanged while it was opened"));
        }
        let mut artifact = Vec::new();
        file.read_to_end(&mut artifact)?;
        Ok(artifact)
    }

    fn write(&self, entry: &Path, artifact: &[u8]) -> io::Result<()> {
        let number = self.drafts.fetch_add(1, Ordering::Relaxed);
        let draft = format!(".{}.{number}.draft", std::process::id());
        let draft = self.path.join(draft);
        let written = create_new_private(&draft)
            .and_then(|mut file| file.write_all(artifact))
            .and_then(|()| fs::rename(&draft, entry));
        if written.is_err() {
            let _ = fs::remove_file(&draft);
        }
        written
    }
}

impl ArtifactStore for Folder {
    fn get(&self, key: &str) -> Option<Vec<u8>> {
        self.read(&self.entry(key)?).ok()
    }

    fn put(&self, key: &str, artifact: &[u8]) {
        if let Some(entry) = self.entry(key) {
            // A cache that cannot be written to is slower and nothing else.
            let _ = self.write(&entry, artifact);
        }
    }
}

fn refused(why: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::PermissionDenied, why)
}

#[cfg(unix)]
mod platform {
    use std::fs::{DirBuilder, OpenOptions};
    use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};

    use super::{File, Metadata, Path, fs, io};

    /// The user this process creates files as.
    pub(super) struct Owner {
        user: u32,
    }

    impl Owner {
        /// Learnt from a file created in `folder`, which needs no call outside the standard library.
        pub(super) fn of_this_process(folder: &Path) -> io::Result<Self> {
            let probe = folder.join(format!(".{}.probe", std::process::id()));
            // One that a process of the same number left when it was killed.
            let _ = fs::remove_file(&probe);
            let file = create_new_private(&probe)?;
            let user = file.metadata()?.uid();
            fs::remove_file(&probe)?;
            Ok(Self { user })
        }

        /// Is it the process's own, and closed to all others?
        pub(super) fn alone_has(&self, metadata: &Metadata) -> bool {
            metadata.uid() == self.user && metadata.mode() & 0o077 == 0
        }
    }

    pub(super) fn create_private(folder: &Path) -> io::Result<()> {
        DirBuilder::new().mode(0o700).create(folder)
    }

    pub(super) fn create_new_private(file: &Path) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true).mode(0o600).open(file)
    }

    pub(super) fn is_same_file(one: &Metadata, other: &Metadata) -> bool {
        (one.dev(), one.ino()) == (other.dev(), other.ino())
    }
}

/// Elsewhere the folder's access list, inherited from the user's profile, keeps others out.
#[cfg(not(unix))]
mod platform {
    use super::{File, Metadata, Path, fs, io};

    pub(super) struct Owner;

    impl Owner {
        pub(super) fn of_this_process(_folder: &Path) -> io::Result<Self> {
            Ok(Self)
        }

        pub(super) fn alone_has(&self, _metadata: &Metadata) -> bool {
            true
        }
    }

    pub(super) fn create_private(folder: &Path) -> io::Result<()> {
        fs::create_dir(folder)
    }

    pub(super) fn create_new_private(file: &Path) -> io::Result<File> {
        File::create_new(file)
    }

    pub(super) fn is_same_file(_one: &Metadata, _other: &Metadata) -> bool {
        true
    }
}

use platform::{Owner, create_new_private, create_private, is_same_file};

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    /// A fresh folder of this test's own.
    fn scratch(name: &str) -> PathBuf {
        let path = env::temp_dir().join(format!("rashomon-cache-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder for the test");
        path
    }

    fn open(folder: &Path) -> Folder {
        Folder::open(folder.to_owned()).expect("a private folder")
    }

    #[test]
    fn what_was_put_is_got_and_nothing_else() {
        let store = open(&scratch("round").join("cache"));
        store.put("a1", b"code");
        assert_eq!(store.get("a1").as_deref(), Some(b"code".as_slice()));
        assert_eq!(store.get("b2"), None);
        let left = fs::read_dir(&store.path).expect("readable").count();
        assert_eq!(left, 1, "no draft and no probe is left");
    }

    #[test]
    fn the_folder_is_private() {
        let store = open(&scratch("mode").join("cache"));
        let mode = fs::metadata(&store.path)
            .expect("there")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o700);
    }

    #[test]
    fn a_folder_others_can_reach_or_a_link_is_refused() {
        let base = scratch("refused");
        let open_to_all = base.join("open");
        fs::create_dir(&open_to_all).expect("created");
        fs::set_permissions(&open_to_all, fs::Permissions::from_mode(0o777)).expect("set");
        assert!(Folder::open(open_to_all).is_err());
        let real = base.join("real");
        create_private(&real).expect("created");
        let link = base.join("link");
        symlink(&real, &link).expect("linked");
        assert!(Folder::open(link).is_err());
        let file = base.join("file");
        fs::write(&file, b"").expect("written");
        assert!(Folder::open(file).is_err());
    }

    #[test]
    fn an_entry_that_is_a_link_or_open_to_others_is_as_if_absent() {
        let base = scratch("entries");
        let store = open(&base.join("cache"));
        let outside = base.join("outside");
        fs::write(&outside, b"evil").expect("written");
        symlink(&outside, store.path.join("linked")).expect("linked");
        assert_eq!(store.get("linked"), None);
        store.put("shared", b"code");
        let shared = store.path.join("shared");
        fs::set_permissions(&shared, fs::Permissions::from_mode(0o666)).expect("set");
        assert_eq!(store.get("shared"), None);
    }

    #[test]
    fn no_key_leads_out_of_the_folder() {
        let store = open(&scratch("keys").join("cache"));
        for key in ["", "../a", "a/b", ".hidden", "a\0b", &"a".repeat(200)] {
            store.put(key, b"x");
            assert_eq!(store.get(key), None, "{key:?}");
        }
        assert_eq!(fs::read_dir(&store.path).expect("readable").count(), 0);
    }
}
