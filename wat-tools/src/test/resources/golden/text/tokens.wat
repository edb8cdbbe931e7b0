;; RUN: check
(module
  (func $a i32.ad drop)
  (func (export "a"b))
  (func $ nop)
  (func nöp)
  (func (export "\q"))
  (func (export "open
  ))
  (@ x)
  (func (export "\ff")))
