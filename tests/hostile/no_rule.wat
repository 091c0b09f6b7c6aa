(component
  ;; A component of somebody else's.
  (instance $wheel)
  (export "mill:wheel/turn@1.0.0" (instance $wheel)))
