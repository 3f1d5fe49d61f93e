//! Declares an error table: each row next to the variant that stands for it.

/// Declares an operation's error enum, with one variant per row in the order of the table.
///
/// A row reads `Variant status "code" "message", cause;`, optionally with `cure text` or
/// `never reason`. A row that starts with `+` is not in the operation's own table.
macro_rules! error_table {
    (
        $(#[$doc:meta])*
        $($variant:ident $status:literal $code:literal $message:literal,
            $cause:expr $(, cure $cure:expr)? $(, never $never:expr)?;)*
        $(+ $more:ident $more_status:literal $more_code:literal $more_message:literal,
            $more_cause:expr;)*
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Error {
            $(#[doc = concat!("`", $code, "` (", $status, ")")] $variant,)*
            $(#[doc = concat!("`", $more_code, "` (", $more_status, ")")] $more,)*
        }

        impl Error {
            /// The rows of the operation's own table, in the published order.
            pub const TABLE: &'static [$crate::emulator::error::ErrorRow] = &[$(Self::$variant.as_row(),)*];

            /// Rows that this emulator borrows where the operation's own table has none.
            pub const SUPPLEMENT: &'static [$crate::emulator::error::ErrorRow] =
                &[$(Self::$more.as_row(),)*];

            const fn as_row(self) -> $crate::emulator::error::ErrorRow {
                match self {
                    $(Self::$variant => $crate::emulator::error_table::row!(
                        $status $code $message, $cause $(, cure $cure)? $(, never $never)?),)*
                    $(Self::$more => $crate::emulator::error_table::row!(
                        $more_status $more_code $more_message, $more_cause),)*
                }
            }
        }

        impl $crate::emulator::error::OperationError for Error {
            fn row(self) -> &'static $crate::emulator::error::ErrorRow {
                match self {
                    $(Self::$variant => const { &Self::$variant.as_row() },)*
                    $(Self::$more => const { &Self::$more.as_row() },)*
                }
            }
        }
    };
}

macro_rules! row {
    ($status:literal $code:literal $message:literal,
        $cause:expr $(, cure $cure:expr)? $(, never $never:expr)?) => {
        $crate::emulator::error::ErrorRow {
            status: $status,
            code: $code,
            message: $message,
            cause: $cause,
            cure: $crate::emulator::error_table::optional!($($cure)?),
            reach: $crate::emulator::error_table::reach!($($never)?),
        }
    };
}

macro_rules! optional {
    () => {
        None
    };
    ($value:expr) => {
        Some($value)
    };
}

macro_rules! reach {
    () => {
        $crate::emulator::error::Reach::Reached
    };
    ($never:expr) => {
        $crate::emulator::error::Reach::Never($never)
    };
}

pub(super) use {error_table, optional, reach, row};
