;; The eight queens: recursive backtracking.
;;
;; Step into $place and watch the call stack grow, one frame for each row; the board at
;; address 0 has one byte for each row, the column of its queen as a letter.
(module
  (memory (export "memory") 1)

  (global $solutions (mut i32) (i32.const 0))

  ;; $columns, $rising and $falling have a one bit for each column that a queen above attacks
  ;; straight down and along the two diagonals.
  (func $place
    (param $n i32) (param $row i32) (param $columns i32) (param $rising i32) (param $falling i32)
    (local $free i32)
    (local $queen i32)
    (if (i32.eq (local.get $row) (local.get $n))
      (then
        (call $found (local.get $n))
        (return)))
    (local.set $free
      (i32.and
        (i32.xor
          (i32.or
            (local.get $columns)
            (i32.or (local.get $rising) (local.get $falling)))
          (i32.const -1))
        (i32.sub (i32.shl (i32.const 1) (local.get $n)) (i32.const 1))))
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $free)))
        ;; the lowest free column
        (local.set $queen
          (i32.and (local.get $free) (i32.sub (i32.const 0) (local.get $free))))
        (local.set $free (i32.xor (local.get $free) (local.get $queen)))
        (i32.store8
          (local.get $row)
          (i32.add (i32.ctz (local.get $queen)) (i32.const 97))) ;; 'a'
        (call $place
          (local.get $n)
          (i32.add (local.get $row) (i32.const 1))
          (i32.or (local.get $columns) (local.get $queen))
          (i32.shl (i32.or (local.get $rising) (local.get $queen)) (i32.const 1))
          (i32.shr_u (i32.or (local.get $falling) (local.get $queen)) (i32.const 1)))
        (br $next))))

  ;; Counts a solution and keeps the first one at address 32.
  (func $found (param $n i32)
    (if (i32.eqz (global.get $solutions))
      (then (memory.copy (i32.const 32) (i32.const 0) (local.get $n))))
    (global.set $solutions (i32.add (global.get $solutions) (i32.const 1))))

  ;; In how many ways $n queens (at most 16) stand on an $n × $n board without attacking each
  ;; other.
  (func $count (export "count") (param $n i32) (result i32)
    (if (i32.gt_u (local.get $n) (i32.const 16)) (then (unreachable)))
    (global.set $solutions (i32.const 0))
    (call $place
      (local.get $n) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0))
    (global.get $solutions))

  ;; The naive Fibonacci function: nothing but calls.
  (func $fib (export "fib") (param $n i32) (result i64)
    local.get $n
    i32.const 2
    i32.lt_u
    if (result i64)
      local.get $n
      i64.extend_i32_u
    else
      local.get $n
      i32.const 1
      i32.sub
      call $fib
      local.get $n
      i32.const 2
      i32.sub
      call $fib
      i64.add
    end))
