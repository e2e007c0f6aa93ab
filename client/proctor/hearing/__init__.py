"""What the ears are made of: pieces of sound, voice activity, whose voice, a loudspeaker's sound.

One rule: each part takes numbers and gives numbers; what follows from them is decided in
`client.proctor.voices`.
"""
