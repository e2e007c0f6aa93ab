#!/bin/sh
# Signs, packs and notarises build/client/Invigil.app as a .pkg. Not run here: it needs a Mac with
# Xcode's tools, and Apple's certificates. One rule: nothing leaves unsigned unless it is asked for.
#
#   APPLICATION="Developer ID Application: …" INSTALLER="Developer ID Installer: …" \
#   PROFILE=notary-profile sh installers/macos/build.sh build/client/Invigil.app build/client
#
# UNSIGNED=1 makes a package for a trial on the building machine alone.
set -eu
app=$1
out=$2
here=$(cd "$(dirname "$0")" && pwd)
version=$(/usr/libexec/PlistBuddy -c 'Print :CFBundleShortVersionString' "$app/Contents/Info.plist")
package="$out/invigil-$version.pkg"

if [ -z "${UNSIGNED:-}" ]; then
  # From the inside out: the bundle's seal covers what is signed before it.
  find "$app/Contents" -type f \( -name '*.so' -o -name '*.dylib' \) -print0 |
    xargs -0 -n 20 codesign --force --timestamp --options runtime --sign "$APPLICATION"
  codesign --force --timestamp --options runtime --entitlements "$here/entitlements.plist" \
    --sign "$APPLICATION" "$app"
  codesign --verify --deep --strict "$app"
fi

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
mkdir "$root/Applications"
cp -R "$app" "$root/Applications/Invigil.app"
# Else the installer would put it wherever another copy lies.
pkgbuild --analyze --root "$root" "$root.plist"
/usr/libexec/PlistBuddy -c 'Set :0:BundleIsRelocatable false' "$root.plist"
pkgbuild --root "$root" --component-plist "$root.plist" --identifier com.invigil.client \
  --version "$version" --scripts "$here/scripts" "$root.pkg"
rm -f "$root.plist"

if [ -n "${UNSIGNED:-}" ]; then
  productbuild --package "$root.pkg" "$package"
else
  productbuild --package "$root.pkg" --sign "$INSTALLER" "$package"
  xcrun notarytool submit "$package" --keychain-profile "$PROFILE" --wait
  xcrun stapler staple "$package"
fi
rm -f "$root.pkg"
echo "$package"
