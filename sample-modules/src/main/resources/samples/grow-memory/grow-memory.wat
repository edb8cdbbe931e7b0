;; A stack of numbers that asks for more memory when it is full.
;;
;; Watch the memory view's size: the memory starts with one page of 64 KiB and ends with as many
;; as the numbers need. The memory may have no more than 16 pages, then $push gives up.
(module
  (memory $heap (export "memory") 1 16)

  ;; Where the next number goes.
  (global $top (export "top") (mut i32) (i32.const 0))
  ;; How often memory.grow was called with success.
  (global $growths (export "growths") (mut i32) (i32.const 0))

  ;; Makes sure that eight bytes fit at $top. Returns 0 when no more memory is to be had.
  (func $ensure (result i32)
    (if (i32.le_u
          (i32.add (global.get $top) (i32.const 8))
          (i32.shl (memory.size) (i32.const 16)))
      (then (return (i32.const 1))))
    (if (i32.eq (memory.grow (i32.const 1)) (i32.const -1))
      (then (return (i32.const 0))))
    (global.set $growths (i32.add (global.get $growths) (i32.const 1)))
    (i32.const 1))

  ;; Pushes one number. Returns 0 when there is no room for it.
  (func $push (export "push") (param $number i64) (result i32)
    (if (i32.eqz (call $ensure)) (then (return (i32.const 0))))
    (i64.store (global.get $top) (local.get $number))
    (global.set $top (i32.add (global.get $top) (i32.const 8)))
    (i32.const 1))

  ;; Takes the topmost number off; traps when there is none, because its address would be
  ;; negative.
  (func $pop (export "pop") (result i64)
    (global.set $top (i32.sub (global.get $top) (i32.const 8)))
    (i64.load (global.get $top)))

  ;; Pushes the squares of 0, 1, 2 … until $count are pushed or memory runs out. Returns how
  ;; many were pushed.
  (func $squares (export "squares") (param $count i32) (result i32)
    (local $i i32)
    (block $full
      (loop $next
        (br_if $full (i32.ge_u (local.get $i) (local.get $count)))
        (br_if $full
          (i32.eqz
            (call $push
              (i64.mul
                (i64.extend_i32_u (local.get $i))
                (i64.extend_i32_u (local.get $i))))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (local.get $i))

  ;; The size of the memory in pages.
  (func $pages (export "pages") (result i32)
    memory.size))
