;; Averages per group; one group is empty, and nobody thought of that.
;;
;; Run it: it traps in $average, called by $report, called by $main. The debugger stops at the
;; i32.div_s with both operands still on the stack, and the locals tell which group it was.
(module
  (memory (export "memory") 1)

  ;; A group is an address and a count: group 2 has no numbers.
  (data $groups (i32.const 0)
    "\40\00\00\00\03\00\00\00" ;; 3 numbers at 64
    "\4c\00\00\00\02\00\00\00" ;; 2 numbers at 76
    "\54\00\00\00\00\00\00\00" ;; 0 numbers at 84
    "\54\00\00\00\01\00\00\00") ;; 1 number at 84

  (data $numbers (i32.const 64)
    "\04\00\00\00\08\00\00\00\0f\00\00\00"
    "\0a\00\00\00\14\00\00\00"
    "\2a\00\00\00")

  ;; The averages are written here, one for each group.
  (global $averages i32 (i32.const 32))

  (func $sum (param $address i32) (param $count i32) (result i32)
    (local $total i32)
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $total (i32.add (local.get $total) (i32.load (local.get $address))))
        (local.set $address (i32.add (local.get $address) (i32.const 4)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $next)))
    (local.get $total))

  (func $average (param $address i32) (param $count i32) (result i32)
    local.get $address
    local.get $count
    call $sum
    local.get $count
    i32.div_s)

  (func $report (param $group i32)
    (local $entry i32)
    (local.set $entry (i32.shl (local.get $group) (i32.const 3)))
    (i32.store
      (i32.add (global.get $averages) (i32.shl (local.get $group) (i32.const 2)))
      (call $average
        (i32.load offset=0 (local.get $entry))
        (i32.load offset=4 (local.get $entry)))))

  (func $main (export "main")
    (local $group i32)
    (loop $next
      (call $report (local.get $group))
      (br_if $next
        (i32.lt_u
          (local.tee $group (i32.add (local.get $group) (i32.const 1)))
          (i32.const 4))))))
