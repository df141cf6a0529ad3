//! What a figure counts in: units of measure and currencies, by one canonical name each.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, LazyLock};

use crate::document::FigureKind;

/// The canonical name of a unit, such as `kilometer`, `mile per hour`, `percent`, `USD`; empty for
/// a bare count.
///
/// Reading the name again gives the same unit. What kind of figure it makes follows from the name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureUnit(Arc<str>);

/// One row of the table of units.
struct Row {
    name: &'static str,
    /// Other ways to write it. Those of up to three letters keep their case.
    forms: &'static [&'static str],
    /// What it measures, and how many of the first unit of its sort it holds.
    sort: Sort,
    factor: f64,
}

/// Units of one sort can be told in each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Share,
    Time,
    Length,
    Area,
    Volume,
    Mass,
    Energy,
    Power,
    Data,
    Speed,
    /// Compared by name alone: degrees, barrels, points.
    Other,
}

impl FigureUnit {
    /// No unit is longer, in bytes.
    pub const MAX_BYTES: usize = 64;

    /// The unit of a bare count.
    pub fn none() -> Self {
        Self("".into())
    }

    /// How often: the unit of `tenfold`, `two-thirds`.
    pub fn times() -> Self {
        Self("times".into())
    }

    /// The unit called `words`, in any usual spelling; words that the table does not know are kept
    /// as they are. `None` where they could not be read back: digits, marks, too long.
    pub fn new(words: &str) -> Option<Self> {
        let words = words.trim();
        if words.is_empty() {
            return Some(Self::none());
        }
        if let Some(known) = Self::known(words) {
            return Some(known);
        }
        let is_well_formed = words.len() <= Self::MAX_BYTES
            && words.starts_with(char::is_alphabetic)
            && !words.contains("  ")
            && words
                .chars()
                .all(|sign| sign.is_alphabetic() || matches!(sign, ' ' | '-' | '°' | '²' | '³'))
            && !words
                .split(|sign: char| !sign.is_alphabetic())
                .any(is_reserved);
        is_well_formed.then(|| Self(words.into()))
    }

    /// The unit called `words` if it is one that the table knows.
    pub fn known(words: &str) -> Option<Self> {
        if let Some(code) = currency_code(words) {
            return Some(Self(code.into()));
        }
        if let Some(row) = row(words) {
            return Some(Self(row.name.into()));
        }
        let (unit, per) = words
            .split_once(" per ")
            .or_else(|| words.split_once('/'))?;
        let (unit, per) = (Self::known(unit)?, Self::known(per)?);
        let is_plain = |name: &str| !name.contains(" per ");
        (is_plain(&unit.0) && is_plain(&per.0)).then(|| Self(format!("{unit} per {per}").into()))
    }

    /// This unit in each of another: `mile` and `hour` give `mile per hour`.
    pub fn per(&self, other: &Self) -> Option<Self> {
        Self::known(&format!("{self} per {other}"))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_none(&self) -> bool {
        self.0.is_empty()
    }

    /// The kind of figure that this unit makes.
    pub fn kind(&self) -> FigureKind {
        match self.as_str() {
            "" => FigureKind::Count,
            "times" => FigureKind::Ratio,
            "percent" | "percentage point" | "basis point" => FigureKind::Percent,
            name if self.currency().is_some() && !name.is_empty() => FigureKind::Money,
            name => match row(name).map(|row| row.sort) {
                Some(Sort::Time) => FigureKind::Duration,
                _ => FigureKind::Measure,
            },
        }
    }

    /// The ISO 4217 code if this is money, be it per hour or per barrel.
    pub fn currency(&self) -> Option<&str> {
        let code = self
            .0
            .split_once(" per ")
            .map_or(&*self.0, |(money, _)| money);
        is_currency_code(code).then_some(code)
    }

    /// How many of `other` one of this holds, where both measure the same.
    pub(super) fn factor_to(&self, other: &Self) -> Option<f64> {
        if self == other {
            return Some(1.0);
        }
        let (one, two) = (row(self.as_str())?, row(other.as_str())?);
        (one.sort == two.sort && one.sort != Sort::Other).then(|| one.factor / two.factor)
    }
}

impl fmt::Display for FigureUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Words of the grammar around a unit, which would be taken for it when read back.
const RESERVED: &[&str] = &[
    "per", "to", "and", "or", "hundred", "thousand", "million", "billion", "trillion", "bn", "tn",
    "mn", "k",
];

fn is_reserved(word: &str) -> bool {
    RESERVED
        .iter()
        .any(|reserved| word.eq_ignore_ascii_case(reserved))
}

fn is_currency_code(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) && !is_unit_form(code)
}

/// Three capitals that mean a unit and no currency: `MPH`, `KWH`.
fn is_unit_form(code: &str) -> bool {
    matches!(code, "MPH" | "KWH" | "MWH" | "GWH" | "KPH" | "BPD" | "RPM")
}

fn currency_code(words: &str) -> Option<&str> {
    if is_currency_code(words) {
        return Some(words);
    }
    match find(words)? {
        Entry::Currency(code) => Some(code),
        Entry::Unit(_) => None,
    }
}

fn row(words: &str) -> Option<&'static Row> {
    match find(words)? {
        Entry::Unit(row) => Some(row),
        Entry::Currency(_) => None,
    }
}

#[derive(Clone, Copy)]
enum Entry {
    Currency(&'static str),
    Unit(&'static Row),
}

/// Every form of every unit and currency by its [`key`]; made at the first look-up.
static ENTRIES: LazyLock<BTreeMap<Cow<'static, str>, Entry>> = LazyLock::new(|| {
    let mut entries = BTreeMap::new();
    for (code, forms) in CURRENCIES {
        for form in *forms {
            entries.entry(key(form)).or_insert(Entry::Currency(code));
        }
    }
    for row in UNITS {
        for form in [row.name].iter().chain(row.forms) {
            entries.entry(key(form)).or_insert(Entry::Unit(row));
        }
    }
    // After all others, so that no plural hides a form.
    for row in UNITS.iter().filter(|row| row.name.len() > 2) {
        let plural = key(&format!("{}s", row.name)).into_owned();
        entries.entry(plural.into()).or_insert(Entry::Unit(row));
    }
    entries
});

fn find(words: &str) -> Option<Entry> {
    if words.len() > FigureUnit::MAX_BYTES {
        return None;
    }
    ENTRIES.get(&*key(words)).copied()
}

/// Short forms keep their case (`MW` and `mW`), longer ones do not.
fn key(form: &str) -> Cow<'_, str> {
    if form.len() > 3 && form.bytes().any(|byte| byte.is_ascii_uppercase()) {
        form.to_ascii_lowercase().into()
    } else {
        form.into()
    }
}

const fn unit(name: &'static str, forms: &'static [&'static str], sort: Sort, factor: f64) -> Row {
    Row {
        name,
        forms,
        sort,
        factor,
    }
}

/// Regular plurals in `s` need no row of their own.
#[rustfmt::skip]
const UNITS: &[Row] = &[
    unit("times", &["x", "time", "×"], Sort::Share, 1.0),
    unit("percent", &["%", "per cent", "pct", "percentage", "per-cent", "％"], Sort::Share, 0.01),
    unit("percentage point", &["pp", "ppt", "ppts", "%-point", "percent point"], Sort::Other, 1.0),
    unit("basis point", &["bps"], Sort::Other, 1.0),
    unit("second", &["sec", "secs", "s"], Sort::Time, 1.0),
    unit("millisecond", &["ms", "msec"], Sort::Time, 0.001),
    unit("minute", &["min", "mins"], Sort::Time, 60.0),
    unit("hour", &["h", "hr", "hrs"], Sort::Time, 3_600.0),
    unit("day", &[], Sort::Time, 86_400.0),
    unit("week", &["wk", "wks"], Sort::Time, 604_800.0),
    unit("fortnight", &[], Sort::Time, 1_209_600.0),
    unit("month", &[], Sort::Time, 2_629_746.0),
    unit("year", &["yr", "yrs", "annum"], Sort::Time, 31_556_952.0),
    unit("decade", &[], Sort::Time, 315_569_520.0),
    unit("century", &["centuries"], Sort::Time, 3_155_695_200.0),
    unit("millennium", &["millennia"], Sort::Time, 31_556_952_000.0),
    unit("meter", &["metre", "metres", "m"], Sort::Length, 1.0),
    unit("kilometer", &["kilometre", "kilometres", "km", "kms", "klick"], Sort::Length, 1_000.0),
    unit("centimeter", &["centimetre", "centimetres", "cm", "cms"], Sort::Length, 0.01),
    unit("millimeter", &["millimetre", "millimetres", "mm"], Sort::Length, 0.001),
    unit("micrometer", &["micrometre", "micrometres", "micron", "microns", "μm", "µm"], Sort::Length, 1e-6),
    unit("nanometer", &["nanometre", "nanometres", "nm"], Sort::Length, 1e-9),
    unit("mile", &["mi"], Sort::Length, 1_609.344),
    unit("nautical mile", &["nmi"], Sort::Length, 1_852.0),
    unit("yard", &["yd", "yds"], Sort::Length, 0.9144),
    unit("foot", &["feet", "ft"], Sort::Length, 0.3048),
    unit("inch", &["inches", "in"], Sort::Length, 0.0254),
    unit("furlong", &[], Sort::Length, 201.168),
    unit("light year", &["light-year", "light-years"], Sort::Length, 9.460_730_472_580_8e15),
    unit("square meter", &["square metre", "square metres", "sq m", "m²", "m2", "sqm"], Sort::Area, 1.0),
    unit("square kilometer", &["square kilometre", "square kilometres", "sq km", "km²", "km2"], Sort::Area, 1e6),
    unit("square mile", &["sq mi", "sq miles", "mi²"], Sort::Area, 2_589_988.110_336),
    unit("square foot", &["square feet", "sq ft", "ft²"], Sort::Area, 0.092_903_04),
    unit("square inch", &["square inches", "sq in"], Sort::Area, 0.000_645_16),
    unit("square yard", &[], Sort::Area, 0.836_127_36),
    unit("acre", &[], Sort::Area, 4_046.856_422_4),
    unit("hectare", &["ha"], Sort::Area, 10_000.0),
    unit("liter", &["litre", "litres", "l", "L"], Sort::Volume, 1.0),
    unit("milliliter", &["millilitre", "millilitres", "ml", "mL", "mls"], Sort::Volume, 0.001),
    unit("cubic meter", &["cubic metre", "cubic metres", "m³", "m3"], Sort::Volume, 1_000.0),
    unit("cubic kilometer", &["cubic kilometre", "cubic kilometres", "km³"], Sort::Volume, 1e12),
    unit("cubic centimeter", &["cubic centimetre", "cubic centimetres", "cc", "cm³"], Sort::Volume, 0.001),
    unit("cubic foot", &["cubic feet"], Sort::Volume, 28.316_846_592),
    unit("cubic yard", &[], Sort::Volume, 764.554_857_984),
    unit("gallon", &["gal", "gals"], Sort::Other, 1.0),
    unit("pint", &[], Sort::Other, 1.0),
    unit("quart", &["qt"], Sort::Other, 1.0),
    unit("barrel", &["bbl", "bbls"], Sort::Other, 1.0),
    unit("bushel", &[], Sort::Other, 1.0),
    unit("cup", &[], Sort::Other, 1.0),
    unit("tablespoon", &["tbsp"], Sort::Other, 1.0),
    unit("teaspoon", &["tsp"], Sort::Other, 1.0),
    unit("kilogram", &["kilogramme", "kilogrammes", "kilo", "kilos", "kg", "kgs"], Sort::Mass, 1_000.0),
    unit("gram", &["gramme", "grammes", "g"], Sort::Mass, 1.0),
    unit("milligram", &["mg", "milligramme", "milligrammes"], Sort::Mass, 0.001),
    unit("microgram", &["µg", "μg", "mcg"], Sort::Mass, 1e-6),
    unit("tonne", &["metric ton", "metric tons", "metric tonnes", "metric tonne", "t"], Sort::Mass, 1e6),
    unit("kiloton", &["kt", "kilotonne", "kilotonnes"], Sort::Mass, 1e9),
    unit("megaton", &["megatonne", "megatonnes"], Sort::Mass, 1e12),
    unit("gigaton", &["gigatonne", "gigatonnes"], Sort::Mass, 1e15),
    unit("pound", &["lb", "lbs"], Sort::Mass, 453.592_37),
    unit("ounce", &["oz"], Sort::Mass, 28.349_523_125),
    unit("stone", &["st"], Sort::Mass, 6_350.293_18),
    unit("carat", &[], Sort::Mass, 0.2),
    // Short in the US, long in old British texts: compared with nothing but itself.
    unit("ton", &[], Sort::Other, 1.0),
    unit("joule", &["J"], Sort::Energy, 1.0),
    unit("calorie", &["cal"], Sort::Energy, 4.184),
    unit("kilocalorie", &["kcal"], Sort::Energy, 4_184.0),
    unit("watt-hour", &["Wh", "watt hour", "watt hours"], Sort::Energy, 3_600.0),
    unit("kilowatt-hour", &["kWh", "KWH", "kilowatt hour", "kilowatt hours"], Sort::Energy, 3.6e6),
    unit("megawatt-hour", &["MWh", "MWH", "megawatt hour", "megawatt hours"], Sort::Energy, 3.6e9),
    unit("gigawatt-hour", &["GWh", "GWH", "gigawatt hour", "gigawatt hours"], Sort::Energy, 3.6e12),
    unit("terawatt-hour", &["TWh", "terawatt hour", "terawatt hours"], Sort::Energy, 3.6e15),
    unit("watt", &["W"], Sort::Power, 1.0),
    unit("kilowatt", &["kW", "KW"], Sort::Power, 1e3),
    unit("megawatt", &["MW", "mw"], Sort::Power, 1e6),
    unit("gigawatt", &["GW"], Sort::Power, 1e9),
    unit("terawatt", &["TW"], Sort::Power, 1e12),
    unit("horsepower", &["hp", "bhp"], Sort::Power, 745.699_871_582_270_2),
    unit("byte", &[], Sort::Data, 1.0),
    unit("kilobyte", &["KB", "kB"], Sort::Data, 1e3),
    unit("megabyte", &["MB"], Sort::Data, 1e6),
    unit("gigabyte", &["GB"], Sort::Data, 1e9),
    unit("terabyte", &["TB"], Sort::Data, 1e12),
    unit("petabyte", &["PB"], Sort::Data, 1e15),
    unit("bit", &[], Sort::Data, 0.125),
    unit("megabit", &[], Sort::Data, 125_000.0),
    unit("gigabit", &[], Sort::Data, 1.25e8),
    unit("meter per second", &["metre per second", "metres per second", "meters per second", "m/s"], Sort::Speed, 1.0),
    unit("kilometer per hour", &["kilometers per hour", "kilometre per hour", "kilometres per hour", "km/h", "kph", "kmh", "kmph", "KPH"], Sort::Speed, 1_000.0 / 3_600.0),
    unit("mile per hour", &["miles per hour", "mph", "MPH"], Sort::Speed, 0.447_04),
    unit("knot", &["kn", "kts"], Sort::Speed, 1_852.0 / 3_600.0),
    unit("degree", &["°", "deg", "º"], Sort::Other, 1.0),
    unit("degree Celsius", &["°C", "° C", "ºC", "º C", "degrees Celsius", "degrees C", "Celsius", "centigrade", "degrees centigrade", "℃", "deg C", "degrees c", "deg c", "deg celsius", "celcius", "degrees celcius"], Sort::Other, 1.0),
    unit("degree Fahrenheit", &["°F", "° F", "ºF", "degrees Fahrenheit", "degrees F", "Fahrenheit", "℉", "deg F", "degrees f", "deg f", "° Fahrenheit", "deg fahrenheit", "farenheit", "degrees farenheit"], Sort::Other, 1.0),
    unit("kelvin", &["K"], Sort::Other, 1.0),
    unit("hertz", &["Hz"], Sort::Other, 1.0),
    unit("kilohertz", &["kHz", "KHz"], Sort::Other, 1.0),
    unit("megahertz", &["MHz"], Sort::Other, 1.0),
    unit("gigahertz", &["GHz"], Sort::Other, 1.0),
    unit("volt", &["V"], Sort::Other, 1.0),
    unit("kilovolt", &["kV"], Sort::Other, 1.0),
    unit("ampere", &["amp", "amps"], Sort::Other, 1.0),
    unit("decibel", &["dB"], Sort::Other, 1.0),
    unit("millibar", &["mb", "mbar"], Sort::Other, 1.0),
    unit("hectopascal", &["hPa"], Sort::Other, 1.0),
    unit("sievert", &["Sv"], Sort::Other, 1.0),
    unit("millisievert", &["mSv"], Sort::Other, 1.0),
    unit("microsievert", &["µSv"], Sort::Other, 1.0),
    unit("becquerel", &["Bq"], Sort::Other, 1.0),
    unit("part per million", &["ppm", "parts per million"], Sort::Other, 1.0),
    unit("part per billion", &["ppb", "parts per billion"], Sort::Other, 1.0),
    unit("barrel per day", &["bpd", "b/d", "BPD", "barrels per day"], Sort::Other, 1.0),
    unit("troy ounce", &[], Sort::Mass, 31.103_476_8),
    unit("pixel", &["px"], Sort::Other, 1.0),
    unit("megapixel", &["MP"], Sort::Other, 1.0),
];

/// ISO 4217 codes with the words that mean them. A name that several countries share (dollar,
/// franc, krone) stands for the one that English news means when it says no more.
#[rustfmt::skip]
const CURRENCIES: &[(&str, &[&str])] = &[
    ("USD", &["dollar", "dollars", "$", "US$", "U.S. dollar", "U.S. dollars", "US dollar", "US dollars", "usd", "American dollars", "buck", "bucks"]),
    ("EUR", &["euro", "euros", "€", "eur"]),
    ("GBP", &["pounds sterling", "pound sterling", "£", "British pounds", "quid", "sterling", "gbp"]),
    ("JPY", &["yen", "Japanese yen", "¥", "￥", "JP¥"]),
    ("CNY", &["yuan", "renminbi", "Chinese yuan", "RMB", "rmb", "CN¥"]),
    ("RUB", &["ruble", "rubles", "rouble", "roubles", "Russian rubles", "Russian roubles", "₽"]),
    ("UAH", &["hryvnia", "hryvnias", "hryvnya", "₴"]),
    ("CAD", &["Canadian dollar", "Canadian dollars", "C$", "CA$", "CDN$", "Can$"]),
    ("AUD", &["Australian dollar", "Australian dollars", "A$", "AU$"]),
    ("NZD", &["New Zealand dollars", "NZ$"]),
    ("HKD", &["Hong Kong dollars", "HK$"]),
    ("SGD", &["Singapore dollars", "S$"]),
    ("TWD", &["Taiwan dollars", "NT$"]),
    ("INR", &["rupee", "rupees", "Indian rupees", "₹", "Rs", "Rs.", "INR"]),
    ("PKR", &["Pakistani rupees"]),
    ("CHF", &["franc", "francs", "Swiss francs"]),
    ("XAF", &["CFA francs"]),
    ("SEK", &["krona", "kronor", "Swedish kronor", "Swedish krona", "Swedish crowns"]),
    ("NOK", &["krone", "kroner", "Norwegian kroner", "Norwegian crowns"]),
    ("DKK", &["Danish kroner", "Danish crowns"]),
    ("MXN", &["peso", "pesos", "Mexican pesos", "MX$"]),
    ("ARS", &["Argentine pesos"]),
    ("COP", &["Colombian pesos"]),
    ("CLP", &["Chilean pesos"]),
    ("PHP", &["Philippine pesos", "₱"]),
    ("BRL", &["reais", "Brazilian reais", "R$"]),
    ("ZAR", &["rand", "South African rand"]),
    ("KRW", &["won", "South Korean won", "₩"]),
    ("TRY", &["lira", "liras", "Turkish lira", "Turkish liras", "₺"]),
    ("ITL", &["lire"]),
    ("DEM", &["Deutsche marks", "deutschmarks", "Deutschmarks", "D-marks"]),
    ("FIM", &["markka", "Finnish markka"]),
    ("ILS", &["shekel", "shekels", "Israeli shekels", "₪"]),
    ("AED", &["dirham", "dirhams"]),
    ("SAR", &["riyal", "riyals", "Saudi riyals"]),
    ("IRR", &["rial", "rials", "Iranian rials"]),
    ("KWD", &["Kuwaiti dinars"]),
    ("IQD", &["dinar", "dinars", "Iraqi dinars"]),
    ("EGP", &["Egyptian pounds", "LE"]),
    ("LBP", &["Lebanese pounds"]),
    ("SYP", &["Syrian pounds"]),
    ("THB", &["baht", "฿"]),
    ("MYR", &["ringgit", "RM"]),
    ("IDR", &["rupiah", "Rp"]),
    ("VND", &["dong", "₫"]),
    ("PLN", &["zloty", "zlotys", "zł"]),
    ("CZK", &["koruna", "korunas", "Czech crowns"]),
    ("HUF", &["forint", "forints"]),
    ("RON", &["lei"]),
    ("BGN", &["leva"]),
    ("NGN", &["naira", "₦"]),
    ("KES", &["Kenyan shillings", "shillings"]),
    ("GHS", &["cedi", "cedis"]),
    ("ETB", &["birr"]),
    ("KZT", &["tenge"]),
    ("AFN", &["afghani", "afghanis"]),
    ("BDT", &["taka"]),
    ("LAK", &["kip", "₭"]),
];
