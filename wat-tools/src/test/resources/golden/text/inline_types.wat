;; RUN: print --inline-types
(module
  (type $open (sub (func)))
  (import "a" "b" (func $b (param $x i32)))
  (table 1 funcref)
  (func $f (type $open))
  (func $g (param i32) (result i32)
    (call_indirect (param i32) (result i32) (local.get 0) (i32.const 0))))
