;; RUN: check
(module
  (func $one) (func $one)
  (func (call $on))
  (func (local $counter i32) (drop (local.get $countr)))
  (func (block $outer (br $outr)))
  (func (block $a nop) block $b end $c)
  (func (type $sig)))
