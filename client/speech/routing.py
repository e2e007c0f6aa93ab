"""Whether the sound server still lets us hear the microphone that was chosen.

One rule: PulseAudio and PipeWire move a stream whose device vanishes to another one in silence, and
leave it there when the device comes back, as a headset does that changes its profile and with it
its rate. So the server is asked, and the stream is moved back.
"""

import os
from typing import Literal

from client.speech.devices import AudioDevice, move_stream, sources, still_there, streams

Route = Literal["kept", "returned", "gone"]


class Routing:
    """Follows the one stream by which this process hears `device`."""

    def __init__(self, device: AudioDevice) -> None:
        self._device = device
        self._source: int | None = None
        """The device's number at the server, once it was seen: it gets another when it returns."""

    def look(self) -> Route:
        """One question to the server (8 ms), a second and third where something has changed.

        `returned`: something else may have been heard since the last look; now it is the device.
        """
        if self._device.pulse is None:
            return "kept"
        mine = [one for one in streams() if one.process == os.getpid()]
        if not mine:
            return "kept" if still_there(self._device) else "gone"
        stream = mine[-1]
        if stream.source == self._source:
            return "kept"
        found = sources().get(self._device.pulse)
        if found is None:
            return "gone"
        first, self._source = self._source is None, found
        if stream.source == found:
            return "kept" if first else "returned"
        return "returned" if move_stream(stream.number, self._device.pulse) else "gone"
