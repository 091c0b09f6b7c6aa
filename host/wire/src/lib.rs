//! The JSON documents other programs rely on.
