;; Builds a linked list of 1,000 nodes, reverses it and sums it up, n times.
(module
  (type $node (sub final (struct (field $value i32) (field $next (mut (ref null $node))))))

  (func (export "elsewhere"))

  (func $build (param $size i32) (result (ref null $node))
    (local $list (ref null $node))
    (loop $more
      (local.set $list (struct.new $node (local.get $size) (local.get $list)))
      (br_if $more (local.tee $size (i32.sub (local.get $size) (i32.const 1)))))
    (local.get $list))

  (func $reverse (param $list (ref null $node)) (result (ref null $node))
    (local $reversed (ref null $node))
    (local $next (ref null $node))
    (block $end
      (loop $more
        (br_if $end (ref.is_null (local.get $list)))
        (local.set $next (struct.get $node $next (local.get $list)))
        (struct.set $node $next (local.get $list) (local.get $reversed))
        (local.set $reversed (local.get $list))
        (local.set $list (local.get $next))
        (br $more)))
    (local.get $reversed))

  (func $sum (param $list (ref null $node)) (result i32)
    (local $sum i32)
    (block $end
      (loop $more
        (local.set $list
          (block $node (result (ref $node))
            (br_on_non_null $node (local.get $list))
            (br $end)))
        (local.set $sum
          (i32.add (i32.mul (local.get $sum) (i32.const 31)) (struct.get $node $value (local.get $list))))
        (local.set $list (struct.get $node $next (local.get $list)))
        (br $more)))
    (local.get $sum))

  (func (export "run") (param $n i32) (result i32)
    (local $total i32)
    (loop $more
      (local.set $total
        (i32.add (local.get $total) (call $sum (call $reverse (call $build (i32.const 1000))))))
      (br_if $more (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $total)))
