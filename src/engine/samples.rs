//! The articles that are part of the program.

use crate::app::Sample;

/// A sample and its text; `samples/README.md` has sources and licenses.
pub const SAMPLES: &[(Sample, &str)] = &[
    (
        Sample {
            name: "minerals-deal.txt",
            title: "Minerals deal",
        },
        include_str!("../../samples/minerals-deal.txt"),
    ),
    (
        Sample {
            name: "north-korea.txt",
            title: "North Korea",
        },
        include_str!("../../samples/north-korea.txt"),
    ),
    (
        Sample {
            name: "asylum-seekers.txt",
            title: "Asylum seekers",
        },
        include_str!("../../samples/asylum-seekers.txt"),
    ),
    (
        Sample {
            name: "aleppo-access.txt",
            title: "Access to Aleppo",
        },
        include_str!("../../samples/aleppo-access.txt"),
    ),
    (
        Sample {
            name: "iraq-loan.txt",
            title: "Loan to Iraq",
        },
        include_str!("../../samples/iraq-loan.txt"),
    ),
];
