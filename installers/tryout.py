"""Runs a module of a checkout inside the frozen app: `tryout CHECKOUT MODULE [ARGUMENT …]`.

It is built beside the app with INVIGIL_BUILD_TRYOUT=1 and never shipped. One rule: the app's own
modules come from the frozen program; only what that lacks is read from the checkout.
"""

import multiprocessing
import runpy
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    _, checkout, module, *rest = sys.argv
    sys.path.append(checkout)
    sys.argv = [module, *rest]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
