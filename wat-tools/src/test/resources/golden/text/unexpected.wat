;; RUN: check
(module
  (func (param i32) (result i32) (param i32))
  (func block nop)
  (func end)
  (func (if (i32.const 1)))
  (func (nop) (local i32))
  (func i32.const)
  (func (result) 5 nop)
  (export "a" (fun 0))
  func)
(module)
