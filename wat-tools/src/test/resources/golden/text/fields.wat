;; RUN: check
(module
  (memory 1)
  (import "a" "b" (func))
  (start 0) (start 0)
  (type $t (func (param i32)))
  (func (type $t) (param i64))
  (memory 1 (pagesize 3))
  (func (drop (i32.load align=3 (i32.const 0))))
  (func (drop (v128.const i32x4 1 2 3)))
  (func (drop (i8x16.shuffle 1 2 3 (local.get 0) (local.get 0)))))
