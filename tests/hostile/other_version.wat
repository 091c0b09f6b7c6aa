(component
  ;; Was made for a contract to come.
  (instance $rule)
  (export "rashomon:rule/plugin@0.7.0" (instance $rule)))
