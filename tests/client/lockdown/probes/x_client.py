"""A second program at an X server: makes the windows that its arguments name, until it is ended.

`python -m tests.client.lockdown.probes.x_client KIND X Y WIDTH HEIGHT`. One rule: it imports
nothing of ours.
"""

import sys
import time

import xcffib
import xcffib.shape
import xcffib.xproto as xp


def main() -> None:
    kind, left, top, width, height = sys.argv[1], *map(int, sys.argv[2:6])
    conn = xcffib.connect()
    screen = conn.get_setup().roots[conn.pref_screen]
    window, depth, visual = conn.generate_id(), screen.root_depth, screen.root_visual
    mask, values = xp.CW.BackPixel | xp.CW.BorderPixel | xp.CW.OverrideRedirect, [0, 0]
    values.append(int(kind in ("unmanaged", "through")))
    if kind == "argb":
        deep = next(one for one in screen.allowed_depths if one.depth == 32 and len(one.visuals))
        depth, visual = 32, deep.visuals[0].visual_id
        colours = conn.generate_id()
        conn.core.CreateColormap(xp.ColormapAlloc._None, colours, screen.root, visual)
        mask |= xp.CW.Colormap
        values.append(colours)
    conn.core.CreateWindow(
        depth, window, screen.root, left, top, width, height, 0,
        xp.WindowClass.InputOutput, visual, mask, values, is_checked=True,
    ).check()  # fmt: skip
    title = b"Secret notes"
    conn.core.ChangeProperty(
        xp.PropMode.Replace, window, xp.Atom.WM_NAME, xp.Atom.STRING, 8, len(title), title
    )
    if kind == "above":
        state, above = (
            conn.core.InternAtom(False, len(name), name).reply().atom
            for name in ("_NET_WM_STATE", "_NET_WM_STATE_ABOVE")
        )
        conn.core.ChangeProperty(xp.PropMode.Replace, window, state, xp.Atom.ATOM, 32, 1, [above])
    if kind == "through":
        shape = conn(xcffib.shape.key)
        shape.Rectangles(
            xcffib.shape.SO.Set,
            xcffib.shape.SK.Input,
            xp.ClipOrdering.Unsorted,
            window,
            0,
            0,
            0,
            [],
        )
    conn.core.MapWindow(window)
    conn.core.GetInputFocus().reply()
    print("mapped", flush=True)
    time.sleep(60)


if __name__ == "__main__":
    main()
