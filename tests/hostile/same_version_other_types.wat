(component
  ;; Names the contract, but exports a `describe` that is none.
  (core module $m (func (export "describe")))
  (core instance $i (instantiate $m))
  (func $describe (canon lift (core func $i "describe")))
  (instance $rule (export "describe" (func $describe)))
  (export "rashomon:rule/plugin@0.2.0" (instance $rule)))
