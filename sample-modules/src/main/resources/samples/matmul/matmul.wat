;; Multiplies two square matrices of f64: the hot loop is $dot.
;;
;; Profile it: nine tenths of the time belong to $dot, called from $multiply; $fill and $trace
;; are there so that the flame graph has something to compare with.
(module
  (memory (export "memory") 1)

  ;; Both inputs and the product lie one behind the other from address 0, row by row.
  (func $address (param $matrix i32) (param $n i32) (param $row i32) (param $column i32)
    (result i32)
    (i32.shl
      (i32.add
        (i32.mul (local.get $matrix) (i32.mul (local.get $n) (local.get $n)))
        (i32.add (i32.mul (local.get $row) (local.get $n)) (local.get $column)))
      (i32.const 3)))

  ;; Grows the memory until it holds three matrices. Traps when there is not that much memory.
  (func $reserve (param $n i32)
    (local $pages i32)
    (local.set $pages
      (i32.sub
        (i32.shr_u
          (i32.add (call $address (i32.const 3) (local.get $n) (i32.const 0) (i32.const 0))
            (i32.const 65535))
          (i32.const 16))
        (memory.size)))
    (if (i32.gt_s (local.get $pages) (i32.const 0))
      (then
        (if (i32.eq (memory.grow (local.get $pages)) (i32.const -1))
          (then (unreachable))))))

  ;; Element (row, column) becomes (row * $stride + column) mod 10, so that every sum is exact.
  (func $fill (param $matrix i32) (param $n i32) (param $stride i32)
    (local $row i32)
    (local $column i32)
    (loop $rows
      (local.set $column (i32.const 0))
      (loop $columns
        (f64.store
          (call $address
            (local.get $matrix) (local.get $n) (local.get $row) (local.get $column))
          (f64.convert_i32_u
            (i32.rem_u
              (i32.add (i32.mul (local.get $row) (local.get $stride)) (local.get $column))
              (i32.const 10))))
        (br_if $columns
          (i32.lt_u
            (local.tee $column (i32.add (local.get $column) (i32.const 1)))
            (local.get $n))))
      (br_if $rows
        (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 1))) (local.get $n)))))

  ;; The scalar product of row $row of the first matrix and column $column of the second.
  (func $dot (param $n i32) (param $row i32) (param $column i32) (result f64)
    (local $left i32)
    (local $right i32)
    (local $end i32)
    (local $step i32)
    (local $sum f64)
    (local.set $left
      (call $address (i32.const 0) (local.get $n) (local.get $row) (i32.const 0)))
    (local.set $right
      (call $address (i32.const 1) (local.get $n) (i32.const 0) (local.get $column)))
    (local.set $step (i32.shl (local.get $n) (i32.const 3)))
    (local.set $end (i32.add (local.get $left) (local.get $step)))
    loop $k
      local.get $sum
      local.get $left
      f64.load
      local.get $right
      f64.load
      f64.mul
      f64.add
      local.set $sum

      local.get $right
      local.get $step
      i32.add
      local.set $right

      local.get $left
      i32.const 8
      i32.add
      local.tee $left
      local.get $end
      i32.lt_u
      br_if $k
    end
    local.get $sum)

  (func $multiply (param $n i32)
    (local $row i32)
    (local $column i32)
    (loop $rows
      (local.set $column (i32.const 0))
      (loop $columns
        (f64.store
          (call $address (i32.const 2) (local.get $n) (local.get $row) (local.get $column))
          (call $dot (local.get $n) (local.get $row) (local.get $column)))
        (br_if $columns
          (i32.lt_u
            (local.tee $column (i32.add (local.get $column) (i32.const 1)))
            (local.get $n))))
      (br_if $rows
        (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 1))) (local.get $n)))))

  ;; The sum of the product's diagonal.
  (func $trace (param $n i32) (result f64)
    (local $i i32)
    (local $sum f64)
    (loop $diagonal
      (local.set $sum
        (f64.add
          (local.get $sum)
          (f64.load
            (call $address (i32.const 2) (local.get $n) (local.get $i) (local.get $i)))))
      (br_if $diagonal
        (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get $n))))
    (local.get $sum))

  ;; Multiplies two $n × $n matrices and returns the trace of the product.
  (func $run (export "run") (param $n i32) (result f64)
    (call $reserve (local.get $n))
    (call $fill (i32.const 0) (local.get $n) (i32.const 3))
    (call $fill (i32.const 1) (local.get $n) (i32.const 7))
    (call $multiply (local.get $n))
    (call $trace (local.get $n))))
