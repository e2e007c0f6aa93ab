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
    gaze_beyond_deg: Annotated[float, Field(ge=0, le=30)] = 3.0
    """Degrees beyond the screen's edge, error already taken off, that count as off the screen."""
    face_unclear_after_s: Annotated[float, Field(ge=2, le=120)] = 10.0
    """Seconds of a face too dark, blurred, small or cut off to be judged."""
    identity_after_s: Annotated[float, Field(ge=1, le=300)] = 12.0
    """Seconds of a verdict of several frames before an identity signal opens."""
    liveness_after_s: Annotated[float, Field(ge=1, le=300)] = 8.0
    """Seconds of a picture that seems not alive before `liveness` opens."""
    object_after_s: Annotated[float, Field(ge=1, le=60)] = 2.0
    """Seconds that a phone, book or second screen is seen before its signal opens."""
    speech_after_s: Annotated[float, Field(ge=0.5, le=60)] = 2.0
    """Seconds of speech while no spoken question is open before `speech` opens."""
    second_voice_after_s: Annotated[float, Field(ge=0.5, le=60)] = 2.0
    """Seconds of another voice before `second_voice` opens."""


BlockKind = Literal["processes", "displays", "remote", "capture", "keys"]
"""What can cover the questions: four looks at the computer, and the measure that holds keys."""


class ProbeRow(Wire):
    """One row that a policy adds to a list of the app's. What it says is checked by the app: a row
    that it cannot use is left out, and the record says so."""

    list: Annotated[str, Field(max_length=40)]
    """`programs`, `assistive`, `input_methods`, `displays`, `virtual_devices`, `keyboards` or
    `machines` (words of a virtual machine's firmware)."""
    name: Annotated[str, Field(max_length=60)] = ""
    """What is told when it is found: of a program or a display."""
    patterns: Annotated[
        tuple[Annotated[str, Field(max_length=60)], ...], Field(min_length=1, max_length=20)
    ]
    """Lower case, three characters or more; of a program's names, `*` at the end stands for any
    rest."""
    does: Annotated[str, Field(max_length=20)] = "share"
    """Of a program: remote, share, record, answers, types or tampers."""


class Outside(Wire):
    """A service of somebody else's, to which the server sends answers."""

    does: Literal["language_model", "speech_to_text"]
    """`language_model` reads answers to propose marks or to ask further; `speech_to_text` hears
    recordings."""
    host: Annotated[str, Field(min_length=1, max_length=253)]
    """Where it is, such as `api.example.com`."""


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
    calibrate_gaze: bool = True
    """Calibrate the gaze in the device check; without it the stated error is wider."""
    light_challenge: bool = False
    """Change the screen's light during the selfie and watch the face answer it."""
    identity: bool = True
    """Compare the face with the selfie during the interview."""
    objects: bool = True
    """Look for phones, books and second screens."""
    voices: bool = True
    """Listen for speech outside spoken questions, other voices and playback."""
    probes: bool = True
    """Look at the candidate's computer: programs, windows, displays, virtual devices, remote
    control. What is found is evidence for a person and ends nothing."""
    window_titles: bool = False
    """Whether a window over the app is named by its title too; else by its program alone. A title
    may say what somebody reads or writes."""
    note_virtual_machine: bool = True
    """Whether it is noted that the app seems to run in a virtual machine."""
    note_second_display: bool = True
    """Whether further or mirrored displays are noted."""
    denied_programs: Annotated[
        tuple[Annotated[str, Field(min_length=3, max_length=60)], ...], Field(max_length=50)
    ] = ()
    """Names of processes to be noted beside the product's own list; `*` at the end stands for any
    rest."""
    probe_rows: Annotated[tuple[ProbeRow, ...], Field(max_length=100)] = ()
    """Rows that this organisation adds to the app's lists of programs, windows, displays, devices
    and machines; signed with the policy."""
    blocks: Annotated[tuple[BlockKind, ...], Field(max_length=5)] = ()
    """What covers the questions for as long as it is found, until it is put right or a person lets
    the candidate go on. By default nothing does: what is found is noted for a person. Unknown
    never covers anything."""
    block_credit_s: Annotated[int, Field(ge=0, le=3600)] = 300
    """Most seconds of one interview that are given back for questions that `blocks` covered."""
    evidence_images: bool = True
    """Keep one cropped picture where a rule asks for evidence."""
    evidence_per_hour: Annotated[int, Field(ge=0, le=240)] = 30
    """Most evidence pictures in any hour; further ones are counted, not kept."""
    evidence_max_edge_px: Annotated[int, Field(ge=64, le=1280)] = 320
    """Longest edge of an evidence picture, in pixels."""
    thumbnails: bool = False
    """Send a small still picture every ten seconds to those who watch live; only the newest is
    kept, and none after the end."""
    live_camera: bool = False
    """Whether those who watch live may look through the camera while a question is open. The
    candidate sees each time that somebody looks; nothing of the picture is kept."""
    navigation: Literal["in_order", "free"] = "in_order"
    """`in_order`: one question after the other, each done once; `free`: any question at any time
    until the hand-in, each with its own time, which runs only while that question is open."""
    rerecord: bool = True
    """Whether a spoken answer may be recorded again; every take is kept."""
    lockdown: Literal["off", "standard"] = "standard"
    """`standard`: while the clock runs the window stays above all others, keys that switch programs
    are held, a lost focus is taken back and the clipboard is emptied. Each measure that this
    computer does not allow is in the record, and the interview goes on without it."""
    paste_from_outside: Literal["allow", "flag", "block"] = "flag"
    """What happens to text pasted from another program."""
    speak_questions: bool = True
    """Read questions aloud; captions are always shown."""
    transcribe: bool = True
    """Transcribe on the candidate's machine where a model is installed, else at the server."""
    language: str = "en"
    """BCP 47 language of questions and transcripts."""
    follow_ups: Annotated[int, Field(ge=0, le=3)] = 0
    """Most further questions that an interview gets about spoken and written answers, one about an
    answer; 0: none. They come while it runs, each with its own time on top, where the questions
    come in order."""
    viva: bool = False
    """Whether two further questions are asked about the code of a coding answer, of three such
    answers at most."""
    follow_up_within_s: Annotated[int, Field(ge=2, le=30)] = 8
    """Seconds that a language model has to write a further question; then a prepared one of the
    question is asked, or none."""
    follow_up_time_s: Annotated[int, Field(ge=30, le=600)] = 120
    """Seconds to answer a further question, added to the whole; agreed extra time comes on top."""
    outage_credit_s: Annotated[int, Field(ge=0, le=3600)] = 300
    """Most seconds of one interview that are given back for a machine that slept, died or was
    exchanged; working on without a network loses no time and gets none."""
    biometrics_optional: bool = True
    """Whether the candidate may say no to being compared by computer and go on: a person then
    checks who they are."""
    feedback: Literal["none", "status", "comments", "scores"] = "none"
    """Most that a candidate may be shown after the review, once a person releases it."""
    retention_days: Annotated[int, Field(ge=1, le=3650)] = 90
    """Days until answers, audio and evidence are erased."""
    outside: Annotated[tuple[Outside, ...], Field(max_length=4)] = ()
    """Services outside of the organisation's machines that answers go to. The server fills this in
    by its own settings; what is written here by hand is not looked at."""


def compares_face(policy: Policy, agreed: "Accommodations") -> bool:
    """Whether the face is made into numbers, to compare with."""
    return policy.identity and policy.selfie and not (agreed.no_selfie or agreed.no_biometrics)


def compares_voice(policy: Policy, agreed: "Accommodations") -> bool:
    """Whether the voice is made into numbers, to compare with."""
    excused = agreed.no_voice_sample or agreed.screen_reader or agreed.second_person_agreed
    return policy.voices and policy.voice_sample and not (excused or agreed.no_biometrics)


class Accommodations(Wire):
    """What was agreed with this candidate; rules change with it, not only times."""

    extra_time_percent: Annotated[int, Field(ge=0, le=300)] = 0
    """Added to every time limit, in percent."""
    no_selfie: bool = False
    """The identity was checked by a person instead."""
    no_voice_sample: bool = False
    """No voice sample is taken."""
    no_biometrics: bool = False
    """Face and voice are not compared by computer: a person checks who it is."""
    head_and_gaze_off: bool = False
    """Head and gaze rules are off altogether."""
    tics: bool = False
    """Head and gaze must stand away three times as long, and sudden sounds do not count."""
    nystagmus: bool = False
    """The gaze is not judged and not calibrated; the head still is."""
    reads_aloud: bool = False
    """The candidate reads or thinks aloud: their own speech is never a signal."""
    screen_reader: bool = False
    """A screen reader speaks: gaze, speech and playback are not judged."""
    no_calibration: bool = False
    """The gaze is not calibrated; the wider uncalibrated error holds."""
    no_light_challenge: bool = False
    """The screen's light is never changed (photosensitivity)."""
    assistive_tools: bool = False
    """An on-screen keyboard, magnifier, voice control or switch is in use: its windows and what it
    types are not noted. `screen_reader` includes it."""
    second_person_agreed: bool = False
    """Another person in the room is agreed (interpreter, carer): faces and voices of others."""
