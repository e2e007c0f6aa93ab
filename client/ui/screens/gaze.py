"""The gaze calibration: what it is for, the points, and how well it went.

One rule: it is optional at every moment, and its result is told in words that can be checked.
"""

from PySide6.QtWidgets import QWidget

from client.exam import Fit, Gaze, GazeBegun, GazeLeft, Now, State, may_try_again
from client.ui.millimetres import place_of
from client.ui.screens.base import ScreenPage
from client.ui.widgets.parts import Card, button, label, restyle, retext, row, say
from client.ui.words import localised, tr
from shared.actions import told


class GazePage(ScreenPage):
    """Explanation and result; the points themselves are on the window's target layer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("gaze", parent=parent)
        self._gaze = Gaze()
        self._how = label(
            self.tr(
                "This takes about 30 seconds. A point appears at 13 places of your screen, one "
                "after the other: look at each until the next one comes. Sit as you will sit "
                "later, about an arm's length away, and keep your head fairly still. You need to "
                "press nothing."
            )
        )
        self._kept = label(
            self.tr(
                "No picture is kept: only how the direction of your eyes belongs to places on "
                "the screen, and how exact that is. If you skip it, eyes are judged more "
                "carefully: less is noticed, and nothing counts against you."
            ),
            "muted",
        )
        self._size = label(
            self.tr(
                "This computer does not know how large your screen is, so a 14-inch one is "
                "assumed; the result says how exact that came out."
            ),
            "muted",
        )
        self._asked = label(role="heading", name="asked_label")
        self._result = label(role="heading", name="result_label")
        self._begin = button(self.tr("Begin"), "primary", name="begin_button")
        self._begin.clicked.connect(self._begun)
        self._go_on = button(self.tr("Continue"), "primary", name="continue_button")
        self._skip = button(self.tr("Skip this"), name="skip_button")
        for one in (self._go_on, self._skip):
            one.clicked.connect(lambda: self.happened.emit(GazeLeft()))
        card = Card()
        for item in (self._asked, self._result, self._how, self._kept, self._size):
            card.column.addWidget(item)
        self._title = label(self.tr("Where you look"), "title")
        self.add(
            self._title,
            card,
            self.error,
            row(self._begin, self._go_on, self._skip),
        )
        self.column.addStretch(1)

    def show_state(self, state: State, now: Now) -> None:
        """Explanation first, result after."""
        super().show_state(state, now)
        before, self._gaze = self._gaze.stage, state.live.gaze
        stage, fit = self._gaze.stage, self._gaze.fit
        over = stage in ("good", "poor")
        aside = self.tr(
            "You are asked to do this once more. {why} The clock of your question stands still "
            "meanwhile, and your answer is saved."
        ).format(why=told(state.gaze_asked))
        say(self._asked, aside if state.aside_ms is not None and not over else "")
        again = may_try_again(self._gaze)
        if fit is not None and over:
            say(self._result, result_words(fit, again=again))
            restyle(self._result, role="heading")
        else:
            say(self._result, "")
        self._how.setVisible(again)
        self._kept.setVisible(not over)
        measured = place_of(self.window()).measured
        self._size.setVisible(not measured and stage != "good")
        retext(self._begin, self.tr("Try once more") if over else self.tr("Begin"))
        retext(self._go_on, self.tr("Continue") if stage == "good" else self.tr("Go on without"))
        self._begin.setVisible(again)
        self._go_on.setVisible(over)
        restyle(self._go_on, role="" if again and over else "primary")
        self._skip.setVisible(not over)
        if stage != before:
            self.entered()

    def entered(self) -> None:
        """The way on."""
        (self._begin if may_try_again(self._gaze) else self._go_on).setFocus()

    def _begun(self) -> None:
        self.happened.emit(GazeBegun(place_of(self.window())))


def result_words(fit: Fit, *, again: bool) -> str:
    """What came of it, and what can be done."""
    if fit.calibrated:
        return tr("Calibrated: your gaze is known to about {exact}.").format(exact=_exact(fit))
    if fit.error_deg is not None:
        what = tr("That was not precise enough: about {exact}.").format(exact=_exact(fit))
    else:
        what = tr("That did not work. {reason}").format(reason=localised(fit.reason)).strip()
    then = tr("You can try once more or go on without.") if again else tr("You can go on without.")
    return f"{what} {then}"


def _exact(fit: Fit) -> str:
    if fit.error_deg is None:
        return tr("an unknown distance")
    degrees = max(1, round(fit.error_deg))
    angle = tr("1 degree") if degrees == 1 else tr("{n} degrees").format(n=degrees)
    if fit.error_mm is None:
        return angle
    length = (
        tr("{n} mm").format(n=max(1, round(fit.error_mm)))
        if fit.error_mm < 9.5
        else tr("{n} cm").format(n=round(fit.error_mm / 10))
    )
    return f"{angle} ({length})"
