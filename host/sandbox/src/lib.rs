//! WebAssembly components as rules: limits, cache, conversion to and from WIT.
