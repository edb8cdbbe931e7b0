//! Finds prime numbers with the sieve of Eratosthenes.
//!
//!     primes LIMIT
//!
//! Good places to stop: `cross_out` (the sieve is a vector of bytes in memory) and `twins`.

use std::env;
use std::process;

/// Marks the multiples of `prime`, from its square on.
#[inline(never)]
fn cross_out(composite: &mut [bool], prime: usize) {
    let mut multiple = prime * prime;
    while multiple < composite.len() {
        composite[multiple] = true;
        multiple += prime;
    }
}

/// All primes up to and including `limit`.
#[inline(never)]
fn sieve(limit: usize) -> Vec<usize> {
    let mut composite = vec![false; limit + 1];
    let mut candidate = 2;
    while candidate * candidate <= limit {
        if !composite[candidate] {
            cross_out(&mut composite, candidate);
        }
        candidate += 1;
    }
    (2..=limit).filter(|&number| !composite[number]).collect()
}

/// The number of pairs of primes that differ by two.
#[inline(never)]
fn twins(primes: &[usize]) -> usize {
    primes.windows(2).filter(|pair| pair[1] - pair[0] == 2).count()
}

/// The widest gap between two neighbours: the gap and the prime before it.
#[inline(never)]
fn widest_gap(primes: &[usize]) -> (usize, usize) {
    let mut widest = (0, 0);
    for pair in primes.windows(2) {
        if pair[1] - pair[0] > widest.0 {
            widest = (pair[1] - pair[0], pair[0]);
        }
    }
    widest
}

fn main() {
    let limit = match env::args().nth(1).map(|argument| argument.parse::<usize>()) {
        None => 1000,
        Some(Ok(limit)) if (2..=50_000_000).contains(&limit) => limit,
        Some(_) => {
            eprintln!("usage: primes LIMIT   (a number from 2 to 50000000)");
            process::exit(2);
        }
    };
    let primes = sieve(limit);
    println!("{} primes up to {}", primes.len(), limit);
    let last: Vec<String> = primes.iter().rev().take(5).map(usize::to_string).collect();
    println!("the last ones: {}", last.join(" "));
    println!("{} pairs of twins", twins(&primes));
    let (gap, before) = widest_gap(&primes);
    println!("widest gap: {} after {}", gap, before);
}
