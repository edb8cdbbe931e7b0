;; RUN: check
(module
  (@custom 5)
  (@custom "a" (behind code))
  (func (@custom "x"))
  (@name "late")
  (func $f (@name 5))
  (@metadata.code.branch_hint "\00")
  (func (@metadata.code.branch_hint "\00") nop)
  (func (i32.const 0) (@metadata.code.branch_hint "yes") if end))
