//! The calendar: days, months, years and longer periods, and how ISO 8601 writes them.
//!
//! Proleptic Gregorian; day numbers count from 1970-01-01. The two conversions are Howard Hinnant's `days_from_civil` and `civil_from_days`
//! (<https://howardhinnant.github.io/date_algorithms.html>).

/// A day as a number of days since 1970-01-01.
pub type Day = i32;

/// Days from 1970-01-01 to a day of the calendar.
#[inline(never)]
pub fn day(year: i32, month: i32, day: i32) -> Day {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a day number.
#[inline(never)]
pub fn civil(day: Day) -> (i32, i32, i32) {
    let z = day + 719_468;
    let era = z.div_euclid(146_097);
    let of_era = z.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + i32::from(month <= 2), month, of_year - (153 * shifted + 2) / 5 + 1)
}

/// Day of the week, Monday 0 to Sunday 6.
pub fn weekday(day: Day) -> i32 {
    (day + 3).rem_euclid(7)
}

/// Number of days of a month.
pub fn month_length(year: i32, month: i32) -> i32 {
    match month {
        2 if (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Whether the month has that day; without a year, February has 29.
pub fn exists(year: Option<i32>, month: i32, day: i32) -> bool {
    (1..=12).contains(&month) && (1..=month_length(year.unwrap_or(2000), month)).contains(&day)
}

/// Year and month, a number of months on.
pub fn add_months(year: i32, month: i32, by: i32) -> (i32, i32) {
    let all = year * 12 + month - 1 + by;
    (all.div_euclid(12), all.rem_euclid(12) + 1)
}

/// Reads `YYYY-MM-DD`.
pub fn parse(iso: &str) -> Option<Day> {
    let bytes = iso.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let part =
        |from: usize, to: usize| bytes[from..to].iter().try_fold(0i32, |sum, b| b.is_ascii_digit().then(|| sum * 10 + i32::from(b - b'0')));
    let (year, month, of_month) = (part(0, 4)?, part(5, 7)?, part(8, 10)?);
    (year > 0 && exists(Some(year), month, of_month)).then(|| day(year, month, of_month))
}

/// A period of the calendar, as coarse as it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// One day.
    Day(Day),
    /// A month of a year.
    Month(i32, i32),
    /// A year.
    Year(i32),
    /// A decade, by its first year.
    Decade(i32),
    /// The years that begin with the same two digits.
    Century(i32),
    /// From a day to another, both included.
    Days(Day, Day),
    /// From a month to another, both included.
    Months((i32, i32), (i32, i32)),
    /// From a year to another, both included.
    Years(i32, i32),
}

impl Period {
    /// A run of `count` months that begins with a month.
    pub fn months(year: i32, month: i32, count: i32) -> Period {
        Period::Months((year, month), add_months(year, month, count - 1))
    }

    /// Its first day.
    pub fn first(self) -> Day {
        match self {
            Period::Day(first) | Period::Days(first, _) => first,
            Period::Month(y, m) | Period::Months((y, m), _) => day(y, m, 1),
            Period::Year(y) | Period::Decade(y) | Period::Years(y, _) => day(y, 1, 1),
            Period::Century(c) => day(c * 100, 1, 1),
        }
    }

    /// Its last day.
    pub fn last(self) -> Day {
        match self {
            Period::Day(last) | Period::Days(_, last) => last,
            Period::Month(y, m) | Period::Months(_, (y, m)) => day(y, m, month_length(y, m)),
            Period::Year(y) | Period::Years(_, y) => day(y, 12, 31),
            Period::Decade(y) => day(y + 9, 12, 31),
            Period::Century(c) => day(c * 100 + 99, 12, 31),
        }
    }

    /// From the beginning of this one to the end of another, if that is not before; told as coarsely as the two of them allow.
    pub fn to(self, end: Period) -> Option<Period> {
        if end.last() < self.first() {
            return None;
        }
        Some(match (self, end) {
            (Period::Year(a), Period::Year(b)) => Period::Years(a, b),
            (Period::Month(y, m), Period::Month(z, n)) => Period::Months((y, m), (z, n)),
            _ => Period::Days(self.first(), end.last()),
        })
    }

    /// As ISO 8601, with `198X` for decades and `19XX` for centuries (the notation of ISO 8601-2).
    pub fn iso(self) -> String {
        let mut out = String::with_capacity(21);
        match self {
            Period::Day(d) => put_day(&mut out, d),
            Period::Month(y, m) => put_month(&mut out, y, m),
            Period::Year(y) => put(&mut out, y, 4),
            Period::Decade(y) => {
                put(&mut out, y / 10, 3);
                out.push('X');
            }
            Period::Century(c) => {
                put(&mut out, c, 2);
                out.push_str("XX");
            }
            Period::Days(a, b) => {
                put_day(&mut out, a);
                out.push('/');
                put_day(&mut out, b);
            }
            Period::Months((y, m), (z, n)) => {
                put_month(&mut out, y, m);
                out.push('/');
                put_month(&mut out, z, n);
            }
            Period::Years(a, b) => {
                put(&mut out, a, 4);
                out.push('/');
                put(&mut out, b, 4);
            }
        }
        out
    }
}

fn put_day(out: &mut String, day: Day) {
    let (y, m, d) = civil(day);
    put_month(out, y, m);
    out.push('-');
    put(out, d, 2);
}

fn put_month(out: &mut String, year: i32, month: i32) {
    put(out, year, 4);
    out.push('-');
    put(out, month, 2);
}

/// Appends a number with at least `width` digits.
pub fn put(out: &mut String, number: i32, width: u32) {
    for place in (0..width).rev() {
        let digit = number.max(0) / 10i32.pow(place) % 10;
        out.push(char::from(b'0' + digit as u8));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_back() {
        for (iso, number, of_week) in [
            ("1970-01-01", 0, 3),
            ("2000-02-29", 11_016, 1),
            ("2025-07-10", 20_279, 3),
            ("1900-03-01", -25_508, 3),
            ("2024-12-31", 20_088, 1),
        ] {
            let day = parse(iso).expect("a day");
            assert_eq!((day, weekday(day)), (number, of_week), "{iso}");
            assert_eq!(Period::Day(day).iso(), iso);
        }
        for wrong in ["2023-02-29", "2023-13-01", "2023-00-10", "2023-1-10", "20230110", "2023-01-32", "202a-01-01", ""] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn periods() {
        assert_eq!(Period::months(2024, 11, 4).iso(), "2024-11/2025-02");
        assert_eq!(Period::Decade(1980).iso(), "198X");
        assert_eq!(Period::Century(19).iso(), "19XX");
        assert_eq!(Period::Year(2004).to(Period::Year(2009)).map(Period::iso).as_deref(), Some("2004/2009"));
        assert_eq!(Period::Year(2009).to(Period::Year(2004)), None);
        assert_eq!(Period::Month(2023, 2).last(), day(2023, 2, 28));
    }
}
