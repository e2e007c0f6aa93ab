"""What the window asks of the proctor's supervisor.

One rule: nothing else of it is used, so that a test can stand in its place.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from client.live.orders import Order
from client.proctor.calibration import Calibration
from client.proctor.types import Message, SourceSpec
from shared.policy import Accommodations, Policy
from shared.templates import Template

if TYPE_CHECKING:
    from client.proctor.supervisor import LookAt, Screen


class Supervisor(Protocol):
    """What is needed of `client.proctor.supervisor.Supervisor`."""

    def start(self) -> None:
        """Starts the worker."""
        ...

    def stop(self) -> None:
        """Ends it."""
        ...

    def use_camera(self, spec: SourceSpec) -> None:
        """Another source."""
        ...

    def set_neutral(self) -> None:
        """The candidate looks straight ahead now."""
        ...

    def begin(self, policy: Policy, accommodations: Accommodations) -> None:
        """Time zero."""
        ...

    def finish(self) -> None:
        """Closes open signals."""
        ...

    def snapshot(self, *, learn: bool) -> None:
        """Asks for a picture."""
        ...

    def look_at(self, target: "LookAt") -> None:
        """The candidate looks at this point now."""
        ...

    def fit_gaze(self, screen: "Screen") -> None:
        """No point is shown any more."""
        ...

    def clicked(self, x_mm: float, y_mm: float) -> None:
        """The candidate clicked there just now."""
        ...

    def use_face(self, template: Template | None) -> None:
        """Compares with this face."""
        ...

    def use_voice(self, template: Template | None) -> None:
        """Compares with this voice."""
        ...

    def use_calibration(self, calibration: Calibration) -> None:
        """The gaze was calibrated before."""
        ...

    def enrol_voice(self, pcm: bytes) -> None:
        """Asks for the template of a sample."""
        ...

    def hear(self, pcm: bytes, at_s: float) -> None:
        """What the microphone heard."""
        ...

    def expect(self, *, spoken_open: bool, machine_speaks: bool) -> None:
        """What sound is no signal."""
        ...

    def show_live(self, order: Order) -> None:
        """Sends the picture to whoever looks."""
        ...

    def hide_live(self, look: str) -> None:
        """Sends it to this look no longer."""
        ...

    def light(self, rgb: tuple[int, int, int] | None) -> None:
        """The screen's light now; None ends the challenge."""
        ...


MakeSupervisor = Callable[[SourceSpec | None, Callable[[Message], None]], Supervisor]
