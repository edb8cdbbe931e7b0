;; RUN: check
(module
  (func $a (i32.add (i32.const 1) (i32.const 2))
  (func $b (call $a))
  (func $c (call $b)))
