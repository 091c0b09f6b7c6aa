//! Write a Rashomon rule: one function, one export!.
