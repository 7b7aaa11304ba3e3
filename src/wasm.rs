//! The browser: the only file that knows it.
