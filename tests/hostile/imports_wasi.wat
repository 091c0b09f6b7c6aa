(component
  ;; Would like to know the time and to read files.
  (import "wasi:clocks/wall-clock@0.2.0" (instance (export "now" (func (result u64)))))
  (import "wasi:filesystem/preopens@0.2.0" (instance (export "get-directories" (func))))
  (instance $rule)
  (export "rashomon:rule/plugin@0.2.0" (instance $rule)))
