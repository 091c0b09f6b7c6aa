//! What wit-bindgen makes of `wit/rule.wit`. Rules use the names the crate root re-exports.

wit_bindgen::generate!({
    path: "wit",
    world: "rule",
    pub_export_macro: true,
    export_macro_name: "export_component",
    default_bindings_module: "rashomon_rule::bindings",
    additional_derives: [PartialEq],
    // Equal values are equal whatever their scale: see decimal.rs.
    additional_derives_ignore: ["decimal"],
});
