;; A core module built for a WASI target.
(import "wasi_snapshot_preview1" "clock_time_get" (func (param i32 i64 i32) (result i32)))
(func (export "rashomon:rule/plugin@0.2.0#check") (param i32) (result i32)
  (i32.const 0))
