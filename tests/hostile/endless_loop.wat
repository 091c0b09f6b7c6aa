;; Never returns from `check`.
(func $spin (export "rashomon:rule/plugin@0.2.0#check") (param i32) (result i32)
  (loop $again (br $again))
  (unreachable))
