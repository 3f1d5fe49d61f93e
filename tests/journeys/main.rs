//! Journeys through the built page in a headless browser: behaviour that only a browser can show.

mod browser;
mod keys;
mod playground;

mod accessibility;
mod account;
mod builder;
mod editing;
mod embed;
mod embedding;
mod errors;
mod exercises;
mod export;
mod faults;
mod first_minute;
mod flip;
mod flows;
mod import;
mod keyboard;
mod keyboard_journeys;
mod keyboard_tools;
mod layouts;
mod lessons;
mod links;
mod offline;
mod pictures;
mod preferences;
mod present;
mod quiz;
mod rules;
mod sharing;
mod shell;
mod storage;
mod training;
mod views;
