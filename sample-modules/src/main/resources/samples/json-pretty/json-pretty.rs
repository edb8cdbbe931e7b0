//! Reads JSON from standard input or a file and prints it indented, keys sorted.
//!
//!     json-pretty [--width SPACES] [FILE]
//!
//! Good places to stop: `Parser::value` (recursive, one call for each level of nesting).

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::{self, Read};
use std::process;

enum Value {
    /// `null`, `true`, `false` and numbers: printed as they were written.
    Plain(String),
    /// A string with its quotes and escapes, as it was written.
    Text(String),
    List(Vec<Value>),
    Object(BTreeMap<String, Value>),
}

struct Failure {
    line: usize,
    column: usize,
    expected: &'static str,
}

struct Parser<'a> {
    input: &'a [u8],
    at: usize,
}

impl<'a> Parser<'a> {
    #[inline(never)]
    fn value(&mut self) -> Result<Value, Failure> {
        match self.peek() {
            b'{' => self.object(),
            b'[' => self.list(),
            b'"' => Ok(Value::Text(self.text()?)),
            b'-' | b'0'..=b'9' | b'a'..=b'z' => self.plain(),
            _ => Err(self.fail("a value")),
        }
    }

    #[inline(never)]
    fn object(&mut self) -> Result<Value, Failure> {
        let mut members = BTreeMap::new();
        self.at += 1;
        while self.peek() != b'}' {
            let key = self.text()?;
            self.expect(b':', "':'")?;
            members.insert(key, self.value()?);
            if !self.comma(b'}', "',' or '}'")? {
                break;
            }
        }
        self.at += 1;
        Ok(Value::Object(members))
    }

    #[inline(never)]
    fn list(&mut self) -> Result<Value, Failure> {
        let mut items = Vec::new();
        self.at += 1;
        while self.peek() != b']' {
            items.push(self.value()?);
            if !self.comma(b']', "',' or ']'")? {
                break;
            }
        }
        self.at += 1;
        Ok(Value::List(items))
    }

    /// Steps over a comma; false when the closing bracket stands there instead.
    fn comma(&mut self, close: u8, expected: &'static str) -> Result<bool, Failure> {
        match self.peek() {
            b',' => {
                self.at += 1;
                Ok(true)
            }
            c if c == close => Ok(false),
            _ => Err(self.fail(expected)),
        }
    }

    fn text(&mut self) -> Result<String, Failure> {
        self.expect(b'"', "a string")?;
        let start = self.at - 1;
        loop {
            match self.input.get(self.at) {
                None | Some(b'\n') => return Err(self.fail("'\"'")),
                Some(b'\\') => self.at += 2,
                Some(b'"') => break,
                Some(_) => self.at += 1,
            }
        }
        self.at += 1;
        Ok(self.slice(start))
    }

    fn plain(&mut self) -> Result<Value, Failure> {
        let start = self.at;
        while let Some(b'-' | b'+' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'E') =
            self.input.get(self.at)
        {
            self.at += 1;
        }
        let word = self.slice(start);
        let known = matches!(word.as_str(), "null" | "true" | "false");
        if known || word.parse::<f64>().is_ok() {
            Ok(Value::Plain(word))
        } else {
            self.at = start;
            Err(self.fail("null, true, false or a number"))
        }
    }

    fn slice(&self, start: usize) -> String {
        String::from_utf8_lossy(&self.input[start..self.at]).into_owned()
    }

    fn expect(&mut self, byte: u8, expected: &'static str) -> Result<(), Failure> {
        if self.peek() != byte {
            return Err(self.fail(expected));
        }
        self.at += 1;
        Ok(())
    }

    /// The next byte that is not white space; zero at the end.
    fn peek(&mut self) -> u8 {
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.input.get(self.at) {
            self.at += 1;
        }
        self.input.get(self.at).copied().unwrap_or(0)
    }

    fn fail(&self, expected: &'static str) -> Failure {
        let before = &self.input[..self.at.min(self.input.len())];
        let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
        let start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |found| found + 1);
        Failure { line, column: before.len() - start + 1, expected }
    }
}

struct Printer {
    out: String,
    width: usize,
}

impl Printer {
    #[inline(never)]
    fn print(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Plain(word) | Value::Text(word) => self.out.push_str(word),
            Value::List(items) if items.is_empty() => self.out.push_str("[]"),
            Value::Object(members) if members.is_empty() => self.out.push_str("{}"),
            Value::List(items) => {
                self.out.push('[');
                for (index, item) in items.iter().enumerate() {
                    self.begin(index, depth + 1);
                    self.print(item, depth + 1);
                }
                self.end(']', depth);
            }
            Value::Object(members) => {
                self.out.push('{');
                for (index, (key, item)) in members.iter().enumerate() {
                    self.begin(index, depth + 1);
                    self.out.push_str(key);
                    self.out.push_str(": ");
                    self.print(item, depth + 1);
                }
                self.end('}', depth);
            }
        }
    }

    fn begin(&mut self, index: usize, depth: usize) {
        if index > 0 {
            self.out.push(',');
        }
        self.line(depth);
    }

    fn end(&mut self, bracket: char, depth: usize) {
        self.line(depth);
        self.out.push(bracket);
    }

    fn line(&mut self, depth: usize) {
        self.out.push('\n');
        for _ in 0..depth * self.width {
            self.out.push(' ');
        }
    }
}

fn read(file: Option<&String>) -> io::Result<Vec<u8>> {
    match file {
        Some(name) => fs::read(name),
        None => {
            let mut input = Vec::new();
            io::stdin().read_to_end(&mut input)?;
            Ok(input)
        }
    }
}

fn main() {
    let mut arguments: Vec<String> = env::args().skip(1).collect();
    let mut width = 2;
    if arguments.len() >= 2 && arguments[0] == "--width" {
        width = arguments[1].parse().unwrap_or(2).min(16);
        arguments.drain(..2);
    }
    let input = match read(arguments.first()) {
        Ok(input) => input,
        Err(error) => {
            eprintln!("json-pretty: {}", error);
            process::exit(2);
        }
    };
    let mut parser = Parser { input: &input, at: 0 };
    let parsed = parser.value().and_then(|value| match parser.peek() {
        0 => Ok(value),
        _ => Err(parser.fail("the end")),
    });
    match parsed {
        Ok(value) => {
            let mut printer = Printer { out: String::new(), width };
            printer.print(&value, 0);
            println!("{}", printer.out);
        }
        Err(failure) => {
            eprintln!(
                "json-pretty: line {}, column {}: expected {}",
                failure.line, failure.column, failure.expected
            );
            process::exit(1);
        }
    }
}
