;; Reports a panic and traps, as the SDK's hook does.
(import "rashomon:rule/host@0.2.0" "report-panic" (func $report (param i32 i32)))
(data (i32.const 48) "panicked at rule.rs:7:1:\0athe mill is not on the map")
(func (export "rashomon:rule/plugin@0.2.0#check") (param i32) (result i32)
  (call $report (i32.const 48) (i32.const 51))
  (unreachable))
