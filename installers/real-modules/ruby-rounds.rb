# A round of what Ruby programs do: calls, hashes, sorting, strings. Each part gives a number that
# does not depend on the machine; a round prints them with the time that it took.

def fib(n) = n < 2 ? n : fib(n - 1) + fib(n - 2)

def hashes
  counts = Hash.new(0)
  20_000.times { |i| counts[(i * 7919) % 1009] += i }
  counts.values.sum
end

def sorting
  seed = 42
  numbers = Array.new(10_000) { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648 }
  numbers.sort.each_slice(100).sum { |slice| slice.first % 1000 }
end

def strings
  text = (1..3000).map { |i| "#{i}:#{i.to_s(2)}" }.join(",")
  text.gsub(/1+/) { |ones| ones.length.to_s }.sum
end

def round
  start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  results = [fib(22), hashes, sorting, strings]
  taken = Process.clock_gettime(Process::CLOCK_MONOTONIC) - start
  puts "#{results.join(' ')} in #{(taken * 1000).round} ms"
end
