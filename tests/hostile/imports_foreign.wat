(component
  ;; Would like something of another host's.
  (import "mill:wheel/turn@1.0.0" (instance (export "turn" (func))))
  (instance $rule)
  (export "rashomon:rule/plugin@0.2.0" (instance $rule)))
