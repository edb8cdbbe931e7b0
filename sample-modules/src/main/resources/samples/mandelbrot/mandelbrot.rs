//! Draws the Mandelbrot set with characters: the hot loop is `escape_time`.
//!
//!     mandelbrot [COLUMNS [ROWS [ITERATIONS]]]
//!
//! Profile it: nearly all of the time belongs to `escape_time`, `shade` and `draw` are small.

use std::env;

const SHADES: &[u8] = b" .,:;ox%#@";

/// After how many steps of z = z² + c the point leaves the circle of radius 2; `limit` if it
/// never does.
#[inline(never)]
fn escape_time(re: f64, im: f64, limit: u32) -> u32 {
    let (mut x, mut y) = (0.0, 0.0);
    for step in 0..limit {
        let (xx, yy) = (x * x, y * y);
        if xx + yy > 4.0 {
            return step;
        }
        y = 2.0 * x * y + im;
        x = xx - yy + re;
    }
    limit
}

#[inline(never)]
fn shade(steps: u32, limit: u32) -> char {
    if steps == limit {
        return '@';
    }
    SHADES[(steps as usize) % (SHADES.len() - 1)] as char
}

#[inline(never)]
fn draw(columns: u32, rows: u32, limit: u32) -> (String, u64) {
    let mut picture = String::new();
    let mut work = 0;
    for row in 0..rows {
        let im = 1.2 - 2.4 * f64::from(row) / f64::from(rows - 1);
        for column in 0..columns {
            let re = -2.2 + 3.2 * f64::from(column) / f64::from(columns - 1);
            let steps = escape_time(re, im, limit);
            work += u64::from(steps);
            picture.push(shade(steps, limit));
        }
        picture.truncate(picture.trim_end_matches(' ').len());
        picture.push('\n');
    }
    (picture, work)
}

fn main() {
    let numbers: Vec<u32> =
        env::args().skip(1).map(|argument| argument.parse().unwrap_or(0)).collect();
    let number = |index: usize, default: u32| match numbers.get(index) {
        Some(&value) if value > 1 => value,
        _ => default,
    };
    let (picture, work) = draw(number(0, 64), number(1, 24), number(2, 200));
    print!("{}", picture);
    println!("{} steps", work);
}
