#!/bin/sh
# Installs Copydesk for one person, without root, or removes it: see --help.
set -eu

help() {
    cat <<'END'
Usage: ./install.sh [--prefix DIR]
       ./install.sh --uninstall [--prefix DIR]

Copies Copydesk below DIR, which is ~/.local unless you name another: the program, its entry in the menu, its
icon, the type of article files, manual pages and completions. It needs no root, and installing again updates.

--uninstall removes all of that, and nothing else: articles, settings, journals and earlier versions stay. A copy of
this script for that is kept as DIR/lib/copydesk/install.sh.
END
}

fail() {
    echo "install.sh: $1" >&2
    exit 1
}

prefix=${HOME:-}/.local
uninstalls=
while [ $# -gt 0 ]; do
    case $1 in
        --prefix)
            [ $# -gt 1 ] || fail "--prefix needs a folder"
            prefix=$2
            shift
            ;;
        --prefix=*) prefix=${1#--prefix=} ;;
        --uninstall) uninstalls=yes ;;
        -h | --help)
            help
            exit
            ;;
        *) fail "“$1” is no option; --help lists them" ;;
    esac
    shift
done
case $prefix in
    /*) ;;
    *) prefix=$PWD/$prefix ;;
esac
# The entry in the menu names the program by its path, in which these have a meaning.
case $prefix in
    *[\"\`\$\\%\&\|]*) fail "choose a folder without \" \` \$ \\ % & or | in its path" ;;
esac

id=org.copydesk.Copydesk
kept=$prefix/lib/copydesk
list=$kept/installed
folders=$kept/folders

# The desktop keeps lists of entries and types beside them.
refresh() {
    if [ -d "$prefix/share/applications" ] && command -v update-desktop-database >/dev/null; then
        update-desktop-database -q "$prefix/share/applications" || true
    fi
    if [ -d "$prefix/share/mime/packages" ] && command -v update-mime-database >/dev/null; then
        update-mime-database "$prefix/share/mime" >/dev/null 2>&1 || true
    fi
    if [ -e "$prefix/share/icons/hicolor/icon-theme.cache" ] && command -v gtk-update-icon-cache >/dev/null; then
        gtk-update-icon-cache -q -t -f "$prefix/share/icons/hicolor" || true
    fi
}

# Removes the files of the version that is installed, but not the folders.
remove_files() {
    while IFS= read -r file; do
        rm -f "$prefix/$file"
    done <"$list"
}

is_empty() {
    [ -d "$1" ] && [ -z "$(ls -A "$1")" ]
}

if [ -n "$uninstalls" ]; then
    [ -f "$list" ] || fail "Copydesk is not installed in $prefix"
    remove_files
    refresh
    # The lists that were made for us alone.
    if grep -qx share/mime "$folders" && is_empty "$prefix/share/mime/packages"; then
        rm -rf "$prefix/share/mime"
    fi
    if grep -qx share/applications "$folders" &&
        [ "$(ls -A "$prefix/share/applications")" = mimeinfo.cache ]; then
        rm -f "$prefix/share/applications/mimeinfo.cache"
    fi
    ours=$(sort -r "$folders")
    rm -f "$list" "$folders" "$kept/install.sh"
    # Deepest first; one that holds something else stays.
    printf '%s\n' "$ours" | while IFS= read -r folder; do
        rmdir "$prefix/${folder#.}" 2>/dev/null || true
    done
    echo "Copydesk was removed from $prefix. Your articles and settings are still there."
    exit
fi

cd "$(dirname "$0")"
[ -f bin/copydesk ] || fail "run it in the folder that was unpacked"
version=$(bin/copydesk --version) ||
    fail "this Copydesk does not run here; it is for Linux on $(cat MACHINE)"

if [ -f "$list" ]; then
    remove_files
fi
# Folders that were not there before are removed again by --uninstall; the prefix is “.”.
new=
for folder in . lib lib/copydesk $(find bin share -type d | sort); do
    if [ ! -d "$prefix/$folder" ]; then
        mkdir -p "$prefix/$folder"
        new="$new $folder"
    fi
done
for folder in $new; do
    echo "$folder" >>"$folders"
done
touch "$folders"
find bin share -type f | sort >"$list"
while IFS= read -r file; do
    # Not written over in place: a Copydesk that is running keeps its program.
    rm -f "$prefix/$file"
    cp "$file" "$prefix/$file"
done <"$list"
cp install.sh "$kept/install.sh"
entry=$prefix/share/applications/$id.desktop
sed "s|^Exec=copydesk |Exec=\"$prefix/bin/copydesk\" |" "share/applications/$id.desktop" >"$entry"
refresh

echo "$version was installed in $prefix. “$prefix/lib/copydesk/install.sh --uninstall” removes it."
case :${PATH:-}: in
    *":$prefix/bin:"*) ;;
    *) echo "To call it as “copydesk”, add $prefix/bin to your PATH; the menu has it already." ;;
esac
