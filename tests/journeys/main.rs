//! Journeys through the built page in headless Chromium: what only a browser can show.

mod browser;
mod playground;

mod flip;
