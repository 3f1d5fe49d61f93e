//! A deterministic pseudo-random number generator.

/// A splitmix64 generator (Steele, Lea and Flood, 2014). Its outputs do not repeat within 2^64
/// draws, and the same seed gives the same numbers on every machine.
#[derive(Debug, Clone)]
pub struct SplitMix64 {
    state: u64,
}

impl SplitMix64 {
    /// Creates a generator from a seed.
    pub const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next number.
    pub const fn draw(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.state ^ (self.state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `limit`, close to uniform (the bias is less than one in 2^32 / limit).
    /// Returns 0 if `limit` is 0.
    pub fn below(&mut self, limit: u32) -> u32 {
        let high = self.draw() >> 32;
        // The product of two numbers below 2^32 fits in 64 bits, and its upper half is below
        // `limit`.
        u32::try_from((high * u64::from(limit)) >> 32).unwrap_or_default()
    }

    /// Returns `true` with probability `times / of`.
    pub fn happens(&mut self, times: u32, of: u32) -> bool {
        self.below(of) < times
    }

    /// A randomly chosen value, or `None` if `values` is empty.
    pub fn pick<T: Copy>(&mut self, values: &[T]) -> Option<T> {
        let count = u32::try_from(values.len()).unwrap_or(u32::MAX);
        let place = usize::try_from(self.below(count)).unwrap_or_default();
        values.get(place).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_published_algorithm() {
        // The first outputs for seed 1234567 from the authors' reference code.
        let mut numbers = SplitMix64::new(1_234_567);
        assert_eq!(numbers.draw(), 6_457_827_717_110_365_317);
        assert_eq!(numbers.draw(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn every_value_below_a_limit_comes_up_and_no_other() {
        let mut numbers = SplitMix64::new(7);
        let mut seen = [0_u32; 5];
        for _ in 0..1_000 {
            let place = numbers.pick(&[0, 1, 2, 3, 4]).unwrap();
            seen[place] += 1;
        }
        assert!(seen.iter().all(|count| (120..280).contains(count)), "{seen:?}");
        assert_eq!(numbers.below(0), 0);
        assert_eq!(numbers.pick::<u8>(&[]), None);
    }
}
