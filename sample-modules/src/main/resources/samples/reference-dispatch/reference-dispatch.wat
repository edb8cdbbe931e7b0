;; Function references: a calculator whose operations are entries of a table.
;;
;; Look at the table $operations while $install, $swap and $grow change it, and at the operand
;; stack before call_indirect. An empty entry traps with "uninitialized element".
(module
  (type $operation (func (param i32 i32) (result i32)))

  (table $operations (export "operations") 4 8 funcref)
  (elem (table $operations) (i32.const 0) func $plus $minus $times)
  ;; A passive segment: copied into the table by $install.
  (elem $more func $smaller $larger)

  (func $plus (type $operation) (param $a i32) (param $b i32) (result i32)
    (i32.add (local.get $a) (local.get $b)))
  (func $minus (type $operation) (param $a i32) (param $b i32) (result i32)
    (i32.sub (local.get $a) (local.get $b)))
  (func $times (type $operation) (param $a i32) (param $b i32) (result i32)
    (i32.mul (local.get $a) (local.get $b)))
  (func $smaller (type $operation) (param $a i32) (param $b i32) (result i32)
    (select (local.get $a) (local.get $b) (i32.lt_s (local.get $a) (local.get $b))))
  (func $larger (type $operation) (param $a i32) (param $b i32) (result i32)
    (select (local.get $a) (local.get $b) (i32.gt_s (local.get $a) (local.get $b))))

  ;; Applies operation number $index.
  (func $apply (export "apply") (param $index i32) (param $a i32) (param $b i32) (result i32)
    (call_indirect $operations (type $operation)
      (local.get $a) (local.get $b) (local.get $index)))

  ;; Adds the operations "smaller" and "larger" as numbers 3 and 4. Returns the new size of the
  ;; table.
  (func $install (export "install") (result i32)
    (drop (table.grow $operations (ref.null func) (i32.const 1)))
    (table.init $operations $more (i32.const 3) (i32.const 0) (i32.const 2))
    (table.size $operations))

  ;; Exchanges two operations.
  (func $swap (export "swap") (param $i i32) (param $j i32)
    (local $kept funcref)
    (local.set $kept (table.get $operations (local.get $i)))
    (table.set $operations (local.get $i) (table.get $operations (local.get $j)))
    (table.set $operations (local.get $j) (local.get $kept)))

  ;; Makes an entry empty.
  (func $remove (export "remove") (param $index i32)
    (table.set $operations (local.get $index) (ref.null func)))

  ;; How many entries hold a function.
  (func $installed (export "installed") (result i32)
    (local $i i32)
    (local $count i32)
    (loop $next
      (local.set $count
        (i32.add
          (local.get $count)
          (i32.eqz (ref.is_null (table.get $operations (local.get $i))))))
      (br_if $next
        (i32.lt_u
          (local.tee $i (i32.add (local.get $i) (i32.const 1)))
          (table.size $operations))))
    (local.get $count)))
