//! Drives the built page in a headless browser.
