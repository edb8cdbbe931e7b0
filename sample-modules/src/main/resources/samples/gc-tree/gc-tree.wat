;; Garbage-collected objects: a sorted binary tree, a list and an array.
;;
;; There is no memory here: nodes are structs. Stop in $insert and unfold $node in the locals:
;; its fields, its children, their fields.
(module
  (rec
    (type $tree (struct
      (field $key i32)
      (field $left (mut (ref null $tree)))
      (field $right (mut (ref null $tree))))))
  (type $list (struct (field $head i32) (field $rest (ref null $list))))
  (type $numbers (array (mut i32)))
  ;; A shape and two kinds of it: subtypes add fields.
  (type $shape (sub (struct (field $name_length i32))))
  (type $square (sub $shape (struct (field $name_length i32) (field $side i32))))
  (type $rectangle
    (sub $shape (struct (field $name_length i32) (field $width i32) (field $height i32))))

  ;; Puts $key into the tree; returns the tree (a new node when it was empty).
  (func $insert (param $node (ref null $tree)) (param $key i32) (result (ref $tree))
    (if (ref.is_null (local.get $node))
      (then
        (return
          (struct.new $tree (local.get $key) (ref.null $tree) (ref.null $tree)))))
    (if (i32.lt_s (local.get $key) (struct.get $tree $key (local.get $node)))
      (then
        (struct.set $tree $left
          (local.get $node)
          (call $insert (struct.get $tree $left (local.get $node)) (local.get $key))))
      (else
        (struct.set $tree $right
          (local.get $node)
          (call $insert (struct.get $tree $right (local.get $node)) (local.get $key)))))
    (ref.as_non_null (local.get $node)))

  ;; A tree of $count keys that a small random generator makes.
  (func $grow (param $count i32) (result (ref null $tree))
    (local $root (ref null $tree))
    (local $key i32)
    (local.set $key (i32.const 7))
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $key
          (i32.rem_u
            (i32.add (i32.mul (local.get $key) (i32.const 137)) (i32.const 29))
            (i32.const 1009)))
        (local.set $root (call $insert (local.get $root) (local.get $key)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $next)))
    (local.get $root))

  (func $depth (param $node (ref null $tree)) (result i32)
    (local $left i32)
    (local $right i32)
    (if (ref.is_null (local.get $node)) (then (return (i32.const 0))))
    (local.set $left (call $depth (struct.get $tree $left (local.get $node))))
    (local.set $right (call $depth (struct.get $tree $right (local.get $node))))
    (i32.add
      (select
        (local.get $left)
        (local.get $right)
        (i32.gt_s (local.get $left) (local.get $right)))
      (i32.const 1)))

  ;; Writes the keys in order into $out from $at on; returns where to go on.
  (func $flatten
    (param $node (ref null $tree)) (param $out (ref $numbers)) (param $at i32) (result i32)
    (if (ref.is_null (local.get $node)) (then (return (local.get $at))))
    (local.set $at
      (call $flatten
        (struct.get $tree $left (local.get $node)) (local.get $out) (local.get $at)))
    (array.set $numbers
      (local.get $out) (local.get $at) (struct.get $tree $key (local.get $node)))
    (call $flatten
      (struct.get $tree $right (local.get $node))
      (local.get $out)
      (i32.add (local.get $at) (i32.const 1))))

  ;; Sorts $count keys by means of a tree. Returns the smallest, the median, the largest key and
  ;; the depth of the tree. Traps when $count is 0: there is no smallest key then.
  (func $sort (export "sort") (param $count i32) (result i32 i32 i32 i32)
    (local $root (ref null $tree))
    (local $sorted (ref $numbers))
    (local.set $root (call $grow (local.get $count)))
    (local.set $sorted (array.new_default $numbers (local.get $count)))
    (drop (call $flatten (local.get $root) (local.get $sorted) (i32.const 0)))
    (array.get $numbers (local.get $sorted) (i32.const 0))
    (array.get $numbers
      (local.get $sorted) (i32.shr_u (array.len (local.get $sorted)) (i32.const 1)))
    (array.get $numbers
      (local.get $sorted) (i32.sub (array.len (local.get $sorted)) (i32.const 1)))
    (call $depth (local.get $root)))

  ;; 1 + 2 + … + $n by way of a linked list.
  (func $list_sum (export "list_sum") (param $n i32) (result i32)
    (local $list (ref null $list))
    (local $sum i32)
    (block $built
      (loop $cons
        (br_if $built (i32.eqz (local.get $n)))
        (local.set $list (struct.new $list (local.get $n) (local.get $list)))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (br $cons)))
    (block $end
      (loop $walk
        (local.set $sum
          (i32.add
            (local.get $sum)
            (struct.get $list $head (br_on_null $end (local.get $list)))))
        (local.set $list (struct.get $list $rest (local.get $list)))
        (br $walk)))
    (local.get $sum))

  ;; The area of a shape: which kind it is is asked with br_on_cast.
  (func $area (param $shape (ref $shape)) (result i32)
    (local $square (ref null $square))
    (local $rectangle (ref null $rectangle))
    (block $is_square (result (ref $square))
      (block $is_rectangle (result (ref $rectangle))
        (local.get $shape)
        (br_on_cast $is_square (ref $shape) (ref $square))
        (br_on_cast $is_rectangle (ref $shape) (ref $rectangle))
        (drop)
        (return (i32.const 0)))
      (local.set $rectangle)
      (return
        (i32.mul
          (struct.get $rectangle $width (local.get $rectangle))
          (struct.get $rectangle $height (local.get $rectangle)))))
    (local.set $square)
    (i32.mul
      (struct.get $square $side (local.get $square))
      (struct.get $square $side (local.get $square))))

  ;; The areas of a square of side 5, a rectangle of 3 by 4 and a plain shape.
  (func $areas (export "areas") (result i32 i32 i32)
    (call $area (struct.new $square (i32.const 6) (i32.const 5)))
    (call $area (struct.new $rectangle (i32.const 9) (i32.const 3) (i32.const 4)))
    (call $area (struct.new $shape (i32.const 5)))))
