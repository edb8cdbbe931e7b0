;; Atomics: a bank with a lock made of compare-and-exchange.
;;
;; Two accounts in a shared memory. $transfer takes the lock, moves the money and releases it;
;; $try_lock tells whether it was free. Watch the word at address 0 while stepping.
(module
  (memory (export "memory") 1 1 shared)

  (global $lock i32 (i32.const 0)) ;; 0: free, 1: taken
  (global $accounts i32 (i32.const 8)) ;; i64 each
  (global $transfers i32 (i32.const 4)) ;; how many were made

  ;; Takes the lock if it is free: 1 when taken, 0 when somebody else has it.
  (func $try_lock (export "try_lock") (result i32)
    (i32.eqz
      (i32.atomic.rmw.cmpxchg (global.get $lock) (i32.const 0) (i32.const 1))))

  ;; Sleeps until the lock is free, then takes it.
  (func $acquire
    (loop $again
      (if (call $try_lock) (then (return)))
      (drop (memory.atomic.wait32 (global.get $lock) (i32.const 1) (i64.const -1)))
      (br $again)))

  ;; Frees the lock and wakes one who waits for it. Returns how many were woken.
  (func $release (export "release") (result i32)
    (i32.atomic.store (global.get $lock) (i32.const 0))
    (memory.atomic.notify (global.get $lock) (i32.const 1)))

  (func $account (param $number i32) (result i32)
    (i32.add (global.get $accounts) (i32.shl (local.get $number) (i32.const 3))))

  ;; Pays in, without the lock: one atomic addition needs none. Returns the old balance.
  (func $deposit (export "deposit") (param $number i32) (param $amount i64) (result i64)
    (i64.atomic.rmw.add (call $account (local.get $number)) (local.get $amount)))

  (func $balance (export "balance") (param $number i32) (result i64)
    (i64.atomic.load (call $account (local.get $number))))

  ;; Moves money if there is enough: 1 when moved. Two words change, so it needs the lock.
  (func $transfer (export "transfer")
    (param $from i32) (param $to i32) (param $amount i64) (result i32)
    (local $moved i32)
    (call $acquire)
    (if (i64.ge_s (call $balance (local.get $from)) (local.get $amount))
      (then
        (drop (i64.atomic.rmw.sub (call $account (local.get $from)) (local.get $amount)))
        (drop (i64.atomic.rmw.add (call $account (local.get $to)) (local.get $amount)))
        (drop (i32.atomic.rmw.add (global.get $transfers) (i32.const 1)))
        (local.set $moved (i32.const 1))))
    (drop (call $release))
    (local.get $moved))

  ;; Waits a thousandth of a second for a word that nobody changes: 2 is "timed out".
  (func $doze (export "doze") (result i32)
    (memory.atomic.wait32
      (global.get $lock) (i32.atomic.load (global.get $lock)) (i64.const 1000000))))
