;; SHA-256 (FIPS 180-4), written by hand.
;;
;; Good places to stop: the top of the loop in $transform (watch $a … $h change from round to
;; round), and the store in $hex (watch the text appear in memory at 0x320).
;;
;; Memory:
;;   0x000  the 64 round constants K
;;   0x100  the 8 initial hash words H
;;   0x120  $state: the 8 hash words of the running computation
;;   0x200  $schedule: the 64 message words W of one block
;;   0x300  $digest: the result, 32 bytes, most significant byte first
;;   0x320  $text: the result as 64 hexadecimal digits
;;   0x400  $message: the built-in message
(module
  (memory (export "memory") 1)

  (global $constants i32 (i32.const 0x000))
  (global $initial i32 (i32.const 0x100))
  (global $state i32 (i32.const 0x120))
  (global $schedule i32 (i32.const 0x200))
  (global $digest i32 (i32.const 0x300))
  (global $text i32 (i32.const 0x320))
  (global $message i32 (i32.const 0x400))
  ;; How many blocks of 64 bytes have been transformed so far.
  (global $blocks (export "blocks") (mut i32) (i32.const 0))

  ;; The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  (data $K (i32.const 0x000)
    "\98\2f\8a\42\91\44\37\71\cf\fb\c0\b5\a5\db\b5\e9"
    "\5b\c2\56\39\f1\11\f1\59\a4\82\3f\92\d5\5e\1c\ab"
    "\98\aa\07\d8\01\5b\83\12\be\85\31\24\c3\7d\0c\55"
    "\74\5d\be\72\fe\b1\de\80\a7\06\dc\9b\74\f1\9b\c1"
    "\c1\69\9b\e4\86\47\be\ef\c6\9d\c1\0f\cc\a1\0c\24"
    "\6f\2c\e9\2d\aa\84\74\4a\dc\a9\b0\5c\da\88\f9\76"
    "\52\51\3e\98\6d\c6\31\a8\c8\27\03\b0\c7\7f\59\bf"
    "\f3\0b\e0\c6\47\91\a7\d5\51\63\ca\06\67\29\29\14"
    "\85\0a\b7\27\38\21\1b\2e\fc\6d\2c\4d\13\0d\38\53"
    "\54\73\0a\65\bb\0a\6a\76\2e\c9\c2\81\85\2c\72\92"
    "\a1\e8\bf\a2\4b\66\1a\a8\70\8b\4b\c2\a3\51\6c\c7"
    "\19\e8\92\d1\24\06\99\d6\85\35\0e\f4\70\a0\6a\10"
    "\16\c1\a4\19\08\6c\37\1e\4c\77\48\27\b5\bc\b0\34"
    "\b3\0c\1c\39\4a\aa\d8\4e\4f\ca\9c\5b\f3\6f\2e\68"
    "\ee\82\8f\74\6f\63\a5\78\14\78\c8\84\08\02\c7\8c"
    "\fa\ff\be\90\eb\6c\50\a4\f7\a3\f9\be\f2\78\71\c6")

  ;; The first 32 bits of the fractional parts of the square roots of the first 8 primes.
  (data $H (i32.const 0x100)
    "\67\e6\09\6a\85\ae\67\bb\72\f3\6e\3c\3a\f5\4f\a5"
    "\7f\52\0e\51\8c\68\05\9b\ab\d9\83\1f\19\cd\e0\5b")

  ;; 56 bytes: with its padding this message needs two blocks.
  (data $sentence (i32.const 0x400)
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")

  ;; Reads four bytes as one word, most significant byte first.
  (func $load_word (param $address i32) (result i32)
    (i32.or
      (i32.or
        (i32.shl (i32.load8_u offset=0 (local.get $address)) (i32.const 24))
        (i32.shl (i32.load8_u offset=1 (local.get $address)) (i32.const 16)))
      (i32.or
        (i32.shl (i32.load8_u offset=2 (local.get $address)) (i32.const 8))
        (i32.load8_u offset=3 (local.get $address)))))

  ;; Writes one word as four bytes, most significant byte first.
  (func $store_word (param $address i32) (param $word i32)
    (i32.store8 offset=0 (local.get $address) (i32.shr_u (local.get $word) (i32.const 24)))
    (i32.store8 offset=1 (local.get $address) (i32.shr_u (local.get $word) (i32.const 16)))
    (i32.store8 offset=2 (local.get $address) (i32.shr_u (local.get $word) (i32.const 8)))
    (i32.store8 offset=3 (local.get $address) (local.get $word)))

  ;; σ0 and σ1 stretch the message, Σ0 and Σ1 mix the state.
  (func $small_sigma0 (param $x i32) (result i32)
    (i32.xor
      (i32.xor (i32.rotr (local.get $x) (i32.const 7)) (i32.rotr (local.get $x) (i32.const 18)))
      (i32.shr_u (local.get $x) (i32.const 3))))

  (func $small_sigma1 (param $x i32) (result i32)
    (i32.xor
      (i32.xor (i32.rotr (local.get $x) (i32.const 17)) (i32.rotr (local.get $x) (i32.const 19)))
      (i32.shr_u (local.get $x) (i32.const 10))))

  (func $big_sigma0 (param $x i32) (result i32)
    (i32.xor
      (i32.xor (i32.rotr (local.get $x) (i32.const 2)) (i32.rotr (local.get $x) (i32.const 13)))
      (i32.rotr (local.get $x) (i32.const 22))))

  (func $big_sigma1 (param $x i32) (result i32)
    (i32.xor
      (i32.xor (i32.rotr (local.get $x) (i32.const 6)) (i32.rotr (local.get $x) (i32.const 11)))
      (i32.rotr (local.get $x) (i32.const 25))))

  ;; Where $x has a one bit take $y, else $z.
  (func $choose (param $x i32) (param $y i32) (param $z i32) (result i32)
    (i32.xor (local.get $z) (i32.and (local.get $x) (i32.xor (local.get $y) (local.get $z)))))

  ;; The bit that at least two of the three have.
  (func $majority (param $x i32) (param $y i32) (param $z i32) (result i32)
    (i32.or
      (i32.and (local.get $x) (local.get $y))
      (i32.and (local.get $z) (i32.or (local.get $x) (local.get $y)))))

  ;; Stretches the 64 bytes at $block to the 64 words of $schedule.
  (func $expand (param $block i32)
    (local $i i32)
    (local $w i32) ;; address of schedule word $i
    (local.set $w (global.get $schedule))
    (loop $copy
      (i32.store
        (local.get $w)
        (call $load_word
          (i32.add (local.get $block) (i32.shl (local.get $i) (i32.const 2)))))
      (local.set $w (i32.add (local.get $w) (i32.const 4)))
      (br_if $copy
        (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 16))))
    (loop $stretch
      ;; W[i] = σ1(W[i-2]) + W[i-7] + σ0(W[i-15]) + W[i-16]
      (i32.store
        (local.get $w)
        (i32.add
          (i32.add
            (call $small_sigma1 (i32.load (i32.sub (local.get $w) (i32.const 8))))
            (i32.load (i32.sub (local.get $w) (i32.const 28))))
          (i32.add
            (call $small_sigma0 (i32.load (i32.sub (local.get $w) (i32.const 60))))
            (i32.load (i32.sub (local.get $w) (i32.const 64))))))
      (local.set $w (i32.add (local.get $w) (i32.const 4)))
      (br_if $stretch
        (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 64)))))

  ;; Adds $value to word number $index of $state.
  (func $accumulate (param $index i32) (param $value i32)
    (local $address i32)
    (local.set $address
      (i32.add (global.get $state) (i32.shl (local.get $index) (i32.const 2))))
    (i32.store
      (local.get $address)
      (i32.add (i32.load (local.get $address)) (local.get $value))))

  ;; The compression function: works one block of 64 bytes into $state.
  ;; Written flat, so that every line is one step.
  (func $transform (param $block i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local $e i32) (local $f i32) (local $g i32) (local $h i32)
    (local $i i32)
    (local $t1 i32) (local $t2 i32)

    local.get $block
    call $expand

    (local.set $a (i32.load offset=0 (global.get $state)))
    (local.set $b (i32.load offset=4 (global.get $state)))
    (local.set $c (i32.load offset=8 (global.get $state)))
    (local.set $d (i32.load offset=12 (global.get $state)))
    (local.set $e (i32.load offset=16 (global.get $state)))
    (local.set $f (i32.load offset=20 (global.get $state)))
    (local.set $g (i32.load offset=24 (global.get $state)))
    (local.set $h (i32.load offset=28 (global.get $state)))

    loop $round
      ;; t1 = h + Σ1(e) + choose(e, f, g) + K[i] + W[i]
      local.get $h
      local.get $e
      call $big_sigma1
      i32.add
      local.get $e
      local.get $f
      local.get $g
      call $choose
      i32.add
      local.get $i
      i32.const 2
      i32.shl
      global.get $constants
      i32.add
      i32.load
      i32.add
      local.get $i
      i32.const 2
      i32.shl
      global.get $schedule
      i32.add
      i32.load
      i32.add
      local.set $t1

      ;; t2 = Σ0(a) + majority(a, b, c)
      local.get $a
      call $big_sigma0
      local.get $a
      local.get $b
      local.get $c
      call $majority
      i32.add
      local.set $t2

      ;; every word moves on by one place
      local.get $g
      local.set $h
      local.get $f
      local.set $g
      local.get $e
      local.set $f
      local.get $d
      local.get $t1
      i32.add
      local.set $e
      local.get $c
      local.set $d
      local.get $b
      local.set $c
      local.get $a
      local.set $b
      local.get $t1
      local.get $t2
      i32.add
      local.set $a

      local.get $i
      i32.const 1
      i32.add
      local.tee $i
      i32.const 64
      i32.lt_u
      br_if $round
    end

    (call $accumulate (i32.const 0) (local.get $a))
    (call $accumulate (i32.const 1) (local.get $b))
    (call $accumulate (i32.const 2) (local.get $c))
    (call $accumulate (i32.const 3) (local.get $d))
    (call $accumulate (i32.const 4) (local.get $e))
    (call $accumulate (i32.const 5) (local.get $f))
    (call $accumulate (i32.const 6) (local.get $g))
    (call $accumulate (i32.const 7) (local.get $h))

    global.get $blocks
    i32.const 1
    i32.add
    global.set $blocks)

  ;; Appends the padding behind the message: a one bit, zeros, and the length in bits as 64 bits.
  ;; Returns the address behind the last block. The bytes behind the message are overwritten.
  (func $pad (param $address i32) (param $length i32) (result i32)
    (local $end i32)
    (local $limit i32)
    (local.set $end (i32.add (local.get $address) (local.get $length)))
    ;; The next multiple of 64 that leaves room for the one bit and the length.
    (local.set $limit
      (i32.add
        (local.get $address)
        (i32.and (i32.add (local.get $length) (i32.const 72)) (i32.const -64))))
    (memory.fill
      (local.get $end)
      (i32.const 0)
      (i32.sub (local.get $limit) (local.get $end)))
    (i32.store8 (local.get $end) (i32.const 0x80))
    (call $store_word
      (i32.sub (local.get $limit) (i32.const 8))
      (i32.shr_u (local.get $length) (i32.const 29)))
    (call $store_word
      (i32.sub (local.get $limit) (i32.const 4))
      (i32.shl (local.get $length) (i32.const 3)))
    (local.get $limit))

  ;; Writes the $digest as hexadecimal digits to $text.
  (func $hex
    (local $i i32)
    (local $nibble i32)
    (loop $digit
      ;; even digits are the high half of a byte, odd digits the low half
      (local.set $nibble
        (i32.and
          (i32.shr_u
            (i32.load8_u
              (i32.add (global.get $digest) (i32.shr_u (local.get $i) (i32.const 1))))
            (select
              (i32.const 0)
              (i32.const 4)
              (i32.and (local.get $i) (i32.const 1))))
          (i32.const 15)))
      (i32.store8
        (i32.add (global.get $text) (local.get $i))
        (i32.add
          (local.get $nibble)
          (select
            (i32.const 48) ;; '0'
            (i32.const 87) ;; 'a' - 10
            (i32.lt_u (local.get $nibble) (i32.const 10)))))
      (br_if $digit
        (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 64)))))

  ;; Hashes the $length bytes at $address. Returns the address of the 32 bytes of the digest.
  (func $digest_of (export "digest") (param $address i32) (param $length i32) (result i32)
    (local $limit i32)
    (local $i i32)
    (global.set $blocks (i32.const 0))
    (memory.copy (global.get $state) (global.get $initial) (i32.const 32))
    (local.set $limit (call $pad (local.get $address) (local.get $length)))
    (loop $block
      (call $transform (local.get $address))
      (local.set $address (i32.add (local.get $address) (i32.const 64)))
      (br_if $block (i32.lt_u (local.get $address) (local.get $limit))))
    (loop $word
      (call $store_word
        (i32.add (global.get $digest) (local.get $i))
        (i32.load (i32.add (global.get $state) (local.get $i))))
      (br_if $word
        (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 4))) (i32.const 32))))
    (call $hex)
    (global.get $digest))

  ;; Hashes the built-in message. Returns the address of the hexadecimal text.
  (func $run (export "run") (result i32)
    (drop (call $digest_of (global.get $message) (i32.const 56)))
    (global.get $text)))
