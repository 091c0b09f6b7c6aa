//! Bytes to articles: hostile input stops here.
