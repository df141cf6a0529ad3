//! Explains why no window can be opened, and what to do.

const WITHOUT: &str = "The command line works without a window; see copydesk --help";

/// A sentence for what eframe, or a panic below it, says at the start.
pub fn explain(cause: &str) -> String {
    let names = |words: &[&str]| words.iter().any(|word| cause.contains(word));
    let library = cause.split_whitespace().find_map(library_name);
    if let Some(library) = library {
        let package = package_of(&library);
        return format!(
            "Copydesk cannot open a window because the system library {library} is missing; install {package} (the Debian name). {WITHOUT}"
        );
    }
    if names(&[
        "NoGlutinConfigs",
        "OpenGL",
        "Glutin",
        "glutin",
        "GLX",
        "EGL",
    ]) {
        return format!(
            "Copydesk cannot open a window because OpenGL is not available; install libgl1 and libgl1-mesa-dri (the Debian names). {WITHOUT}"
        );
    }
    // Below, a display that does not answer and a missing libX11 look the same.
    if names(&["NotSupported", "XOpenDisplay", "connection"]) {
        return format!(
            "Copydesk cannot open a window because it cannot reach a display; set DISPLAY or WAYLAND_DISPLAY to a running one and, for X11, install libx11-6 and libx11-xcb1 (the Debian names). {WITHOUT}"
        );
    }
    if names(&["DISPLAY", "NoCompositor", "Os(", "WAYLAND"]) {
        return format!(
            "Copydesk cannot open a window because there is no display; set DISPLAY or WAYLAND_DISPLAY. {WITHOUT}"
        );
    }
    if names(&["font", "Font"]) {
        return format!(
            "Copydesk cannot open a window because a font cannot be read ({cause}); remove or replace it. {WITHOUT}"
        );
    }
    format!("Copydesk cannot open a window ({cause}). {WITHOUT}")
}

/// `libX11.so.6` out of whatever stands around it.
fn library_name(word: &str) -> Option<String> {
    let start = word.find("lib")?;
    let name: String = word
        .get(start..)?
        .chars()
        .take_while(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'))
        .collect();
    name.contains(".so")
        .then(|| name.trim_end_matches('.').to_owned())
}

fn package_of(library: &str) -> String {
    const PACKAGES: &[(&str, &str)] = &[
        ("libX11-xcb", "libx11-xcb1"),
        ("libX11", "libx11-6"),
        ("libXcursor", "libxcursor1"),
        ("libXi", "libxi6"),
        ("libxkbcommon-x11", "libxkbcommon-x11-0"),
        ("libxkbcommon", "libxkbcommon0"),
        ("libwayland-client", "libwayland-client0"),
        ("libwayland-egl", "libwayland-egl1"),
        ("libwayland-cursor", "libwayland-cursor0"),
        ("libGL", "libgl1"),
        ("libEGL", "libegl1"),
    ];
    let known = PACKAGES.iter().find(|(name, _)| library.starts_with(name));
    known.map_or_else(
        || format!("the package with {library}"),
        |(_, package)| (*package).to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::explain;

    #[track_caller]
    fn check(cause: &str, says: &str) {
        let sentence = explain(cause);
        assert!(sentence.contains(says), "{sentence}");
        assert!(sentence.contains("without a window"), "{sentence}");
    }

    #[test]
    fn what_is_missing_is_named() {
        check(
            "WinitEventLoop(Os(OsError { line: 765, error: XNotSupported(LibraryOpenError(OpenError { kind: Library, detail: \"opening library failed (libX11.so.6: cannot open shared object file)\" })) }))",
            "install libx11-6",
        );
        check(
            "Library libxkbcommon-x11.so could not be loaded.",
            "install libxkbcommon-x11-0",
        );
        check("NoGlutinConfigs(..)", "install libgl1");
        check(
            "WinitEventLoop(Os(OsError { error: neither WAYLAND_DISPLAY nor WAYLAND_SOCKET nor DISPLAY is set }))",
            "no display",
        );
        check(
            "WinitEventLoop(NotSupported(NotSupportedError))",
            "libx11-6",
        );
        check("something else", "something else");
    }
}
