"""What one interview watches, keeps and allows: the server decides, the client obeys and shows.

One rule: a default here is what a careful organisation would choose; a policy travels whole
inside the grant, so a session never depends on the machine's own settings.
"""

from typing import Annotated, Literal

from pydantic import Field

from shared.model import Wire


class Sensitivity(Wire):
    """Levels and seconds for the proctoring rules. Angles are relative to the neutral pose."""

    face_absent_after_s: Annotated[float, Field(ge=0.5, le=60)] = 2.0
    """Seconds without any face before `face_absent` opens."""
    second_face_after_s: Annotated[float, Field(ge=0.3, le=60)] = 1.0
    """Seconds with two or more faces before `second_face` opens."""
    head_turned_deg: Annotated[float, Field(ge=10, le=60)] = 20.0
    """Degrees of yaw or pitch away from the neutral pose that count as turned away."""
    head_turned_after_s: Annotated[float, Field(ge=0.5, le=60)] = 2.0
    """Seconds of a turned head before `head_turned` opens."""
    gaze_away_after_s: Annotated[float, Field(ge=0.5, le=60)] = 3.0
    """Seconds of eyes off the screen before `gaze_away` opens."""
    camera_covered_after_s: Annotated[float, Field(ge=0.5, le=60)] = 2.0
    """Seconds of a dark or featureless picture before `camera_covered` opens."""


class Policy(Wire):
    """One interview's rules. Field defaults are the product's defaults."""

    version: Annotated[int, Field(ge=1)] = 1
    """Grows with each published change of this policy."""
    sensitivity: Sensitivity = Sensitivity()
    """Levels of the proctoring rules."""
    selfie: bool = True
    """Ask for a selfie before the interview."""
    voice_sample: bool = True
    """Ask for a voice sample before the interview."""
    evidence_images: bool = True
    """Keep one cropped picture where a rule asks for evidence."""
    evidence_per_hour: Annotated[int, Field(ge=0, le=240)] = 30
    """Most evidence pictures in any hour; further ones are counted, not kept."""
    evidence_max_edge_px: Annotated[int, Field(ge=64, le=1280)] = 320
    """Longest edge of an evidence picture, in pixels."""
    rerecord: bool = True
    """Whether a spoken answer may be recorded again; every take is kept."""
    paste_from_outside: Literal["allow", "flag", "block"] = "flag"
    """What happens to text pasted from another program."""
    speak_questions: bool = True
    """Read questions aloud; captions are always shown."""
    transcribe: bool = True
    """Transcribe on the candidate's machine where a model is installed."""
    language: str = "en"
    """BCP 47 language of questions and transcripts."""
    retention_days: Annotated[int, Field(ge=1, le=3650)] = 90
    """Days until answers, audio and evidence are erased."""


class Accommodations(Wire):
    """What was agreed with this candidate; rules change with it, not only times."""

    extra_time_percent: Annotated[int, Field(ge=0, le=300)] = 0
    """Added to every time limit, in percent."""
    no_selfie: bool = False
    """The identity was checked by a person instead."""
    no_voice_sample: bool = False
    """No voice sample is taken."""
    head_and_gaze_off: bool = False
    """Head and gaze rules are off (tics, nystagmus, screen reader, magnifier)."""
    second_person_agreed: bool = False
    """Another person in the room is agreed (interpreter, carer)."""
