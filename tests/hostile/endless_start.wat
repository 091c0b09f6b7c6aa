;; Never gets as far as describing itself: the start function does not return.
(func $forever (loop $again (br $again)))
(start $forever)
(func (export "rashomon:rule/plugin@0.2.0#check") (param i32) (result i32)
  (i32.const 0))
