<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>All questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: the doorbell rang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you want to say about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did something happen that could be misread? Say it in your own words: a person who looks at this moment reads it there. It stops no clock and changes nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to my record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now, {time} into the interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added. You can add more, or go back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something was heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the computer was slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something about the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {start}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {start} to {end}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time of a question runs only while it is open. When it is over, the question can still be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The questions come one after the other; what is done cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand in now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand in now</source>
        <translation>Jetzt abgeben</translation>
    </message>
    <message>
        <source>Go on answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After this nothing can be changed any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spoken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time is over, for reading only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {count} questions are answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 is flagged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} are flagged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your face is not clear in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please take another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face is in the picture. Sit in front of the camera and take another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is more than one face in the picture. Be alone in it and take another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is too dark. Turn on a light in front of you and take another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is blurred. Hold still and take another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your face is turned away. Look straight into the camera and take another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrated: your gaze is known to about {exact}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was not precise enough: about {exact}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can try once more or go on without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} cm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note on your interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have {length} more, for this question and in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your interview was opened again. All your answers are still here; it goes on where you stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something about your interview was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is dark. Turn on a light in front of you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is very bright. Turn away from the window or lamp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for your face …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face is in the picture. Sit in front of the camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your face is well in the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is more than one face in the picture. Be alone, please.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{h} hours {m} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not watched here: {list}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera gives no picture. Plug it in again, close other programs that use it, or choose another under Devices. You can go on meanwhile; the time without picture is noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No microphone can be heard. Plug it in again, or choose another under Devices. What you said until now is saved, and a recording goes on once you are heard again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection. Just go on: your answers are kept on this computer and go up by themselves when the connection is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of this computer is full. Free some space now; what was saved is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera watch stopped and is being started again. Just go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The battery is nearly empty. Plug the charger in now. If the computer stops, start it again and open the app: it comes back to this question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is busy. Close other programs if you can; your answers are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your words to the people in charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your own words …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to the people in charge of the interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You wrote a message at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You asked for a break at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You called for help at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You left at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person has reacted to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection: it is kept here and sent as soon as there is one. If it is urgent, use another device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has answered yet; an answer appears here by itself. The clock goes on until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the person who invited you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote this number: {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clocks stand still while the interview is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock goes on meanwhile; say so, and they can give you time back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock has not started yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If nobody answers here: reply to your invitation, or call {whom} by another device. {number}

{going}

If the camera or microphone stopped: open Devices above and choose it again.
If the connection is gone: just go on; answers are kept here and sent later.
If the computer must be restarted: do it; the app comes back to this question.
For larger text press Ctrl and +, for strong contrast F4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those in charge read it as soon as one of them looks. Answers appear as a note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person decides. Until they pause the interview, clock and watch go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows those in charge at once that you need a person. Nothing is ended by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has left this computer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has left this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted here as it leaves, also when something had to be sent again. Everything is encrypted on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a real interview would have sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interview is paused: nothing is watched or recorded now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching has ended. What is not sent yet is being sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your camera picture is shown only to you. Until the first question nothing is kept but the checks of your devices and what you take yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera and microphone are watched now, on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera gives no picture; the microphone is watched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer is being recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small still picture is sent every ten seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is practice: nothing of it was sent, and nothing of it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits: the server has confirmed all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still on this computer only: {n} entries and recordings, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers as text, and when you opened and ended questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was noted by the watch, as times and figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you agreed to, asked and explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the interview, checks, and the state of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings of your voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your selfie, and pictures kept of what was noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face and voice as numbers, to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small still pictures for those who watch live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs of life: that the app runs, and how busy this computer is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening, starting and handing in the interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open lines, on which only the server speaks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cameras</name>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Your answers are saved on this computer, but some have not reached the server. Stay until they have, or open the app again later: it goes on sending by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interview has not started and nothing is lost. Open the app again to go on before the time named in your invitation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers are saved and the clocks stand still. You need not leave the app for a break. If you do, open it again before the interview goes on: it returns to this question. Those in charge are told that you left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers are saved. The clock goes on while you are away, and those in charge are told that you left. Until the time is over you can come back: open the app again, and it returns to this question. Leaving does not hand the interview in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is watched and sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop comparing my face and voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers made from your face and voice are destroyed, here and on the server, and nothing is compared any more. The interview goes on as before, and a person checks who you are. This cannot be undone in this interview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop comparing?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera, microphone and speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeEditor</name>
    <message>
        <source>Your code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab indents. Press Escape and then Tab to leave the editor. Ctrl+F searches, Ctrl+G goes to a line, Ctrl+slash makes comments.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Close brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bracket or quote brings its other half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+F finds, Ctrl+H replaces, Ctrl+G goes to a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+/ makes the selected lines comments, or code again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>I have read this and I agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A computer may compare my face and voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer watches during the interview so that no person has to. Look this up at any time under “Watched and sent”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you do not agree, choose Leave above: no picture or sound was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A computer may compare my face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A computer may compare my voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left empty, a person checks who you are instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This interview needs it: for a way without, ask the person who invited you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceCheck</name>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera, microphone and speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See that the picture shows your face and that the bar moves when you speak. Nothing is recorded yet. You can switch devices later as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue opens once the camera gives a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a microphone and choose it above to continue.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play a test sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says a short sentence on the chosen speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera is in use. Connect one or choose it above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera was found. Connect one, then choose it above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No microphone is in use. Connect one or choose it above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No microphone was found. Connect one, then choose it above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your microphone hears you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say something: the bar should move.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} places</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Finish</name>
    <message>
        <source>Handing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes everything that was recorded into one sealed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your interview was ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you: your interview is handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your interview is being handed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time is over. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person decided this, no program did. Everything that you answered has arrived and is kept; nothing was thrown away.

What happens next: people at {organisation} read it and write to you. If you think this was a mistake, reply to your invitation and quote {number}: the interview can be opened again, with the time that was left. You can close the app now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything has arrived. People will read your answers; {organisation} tells you how it goes on. You can close the app now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection at the moment. Your answers are safe on this computer. Keep the app open: it goes on by itself once the connection is back. You can also leave, and open the app again later, even tomorrow: it goes on sending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is in the file {name} ({size}). Give it to the people who invited you. It is sealed: only their server can read it. The app still goes on trying to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the connection does not come back at all, you can save everything as one sealed file, on a USB stick for example, and give it to {organisation}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the people who invited you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to save the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All answers are saved. Please keep the app open until they have been sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switching the camera off …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing down what you said …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the interview …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GazePage</name>
    <message>
        <source>This takes about 30 seconds. A point appears at 13 places of your screen, one after the other: look at each until the next one comes. Sit as you will sit later, about an arm&apos;s length away, and keep your head fairly still. You need to press nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture is kept: only how the direction of your eyes belongs to places on the screen, and how exact that is. If you skip it, eyes are judged more carefully: less is noticed, and nothing counts against you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not know how large your screen is, so a 14-inch one is assumed; the result says how exact that came out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where you look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are asked to do this once more. {why} The clock of your question stands still meanwhile, and your answer is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Glow</name>
    <message>
        <source>The light of the screen changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>The interview is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clocks stand still. The camera is off, and nothing is watched or recorded. You may leave your place. Your answers are saved.

The interview goes on at this question when {whom} resumes it: stay where you can see this screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the person in charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} left when it goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen is covered for the moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers are saved, and nothing of them is lost. Please stay at your place: the question comes back as soon as {whom} uncovers it.

The clock goes on meanwhile. Time that is lost this way can be given back; ask for it under I need help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} left in all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Microphone level</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Listening</name>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Flag for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks this question in the overview, for yourself only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows which questions are answered, and which are open (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the flag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Camera picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the camera …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemPage</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an invite link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you have answered until now is kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app cannot go on by itself</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProseEditor</name>
    <message>
        <source>Your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write your answer here …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>Done, next question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or press Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question {n} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{marks} marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time for this question is over. What you had is saved and can be read; go on with another question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time for question {n} was over. What you had is saved; this is the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, hand in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand in without reading it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand in this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it, next question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look over all, hand in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next question</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Play my answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays your answer from the word at the text cursor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unsure word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the next underlined word, so that you can play or correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing down what you said …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your recording is your answer, this text helps whoever reads it. Correct what was misheard; please do not add what you did not say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word is underlined: it was not understood for sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} words are underlined: they were not understood for sure.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SamplesPanel</name>
    <message>
        <source>Run the examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+R runs your code on these examples; no score comes of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples and their results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen example in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running … You can go on typing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compiler says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict}, {ms} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used too much memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed too much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped with an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not compile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be run here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Selfie</name>
    <message>
        <source>Take the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shows the people who read your interview who took it. Look into the camera, with light on your face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole screen changes its colour slowly for a few seconds, and your face reflects it. That shows that a person sits here, not a picture. Look at the screen and keep still; no picture of it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If changing light can harm you (photosensitivity, migraine), skip this. Skipping is noted as not done and counts as nothing else. Escape stops it at any moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light on your face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the result …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is clear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending the picture …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it does not get better, use this one: a person will look at it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpokenPanel</name>
    <message>
        <source>Record your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording time so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can pause while you speak. What you say is saved as you speak, also when the connection fails or the computer stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished, or still thinking? Take your time: the recording goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So far: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Record and speak. Take a moment to think first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the microphone …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording, attempt {n}: speak now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving what you said …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer is saved (attempt {n}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> You may record it again: every attempt is kept, the last one counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt {n} · {length} · saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt {n} · saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Target</name>
    <message>
        <source>Look at the point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out the result …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextAnswer</name>
    <message>
        <source>Saving …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer is saved as you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text from other programs cannot be pasted in this interview. Please type it; what you copy inside this window can be pasted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You pasted text from another program. That is allowed here, and it is noted with your answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer can have {n} characters. What is beyond them is shown here and is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>{left} left for this question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} left in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last minute of the interview. What you have is handed in when it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less than {n} minutes left in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last minute for this question. What you have is saved when it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less than {n} minutes left for this question.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptEditor</name>
    <message>
        <source>Transcript of your answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trials</name>
    <message>
        <source>{passed} of {total} passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code does not compile; what the compiler says is below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The examples could not be run just now. That says nothing about your code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last run has not ended yet. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection, so nothing can be run now. Your code is saved here; go on writing, and try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This organisation does not run code during the interview. Your code is saved and is looked at all the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“The morning train was late, so we walked along the river and counted seven small boats.”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you are ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Record, read the sentence, press Stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the microphone …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording: read the sentence now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} questions, {length} in all. The clock starts when you press the button and does not stop. Each question has its own time as well. You may look at your keyboard and think with your eyes closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the questions …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample is saved, but it cannot be used to recognise your voice: {note} You can record again, or go on without.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VoiceControls</name>
    <message>
        <source>Read aloud again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or press R while you are not typing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume of the voice, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being read aloud. Your clock stands still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being read aloud. Your clock runs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Go on with this interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You began to prepare for it here. Its clock has not started yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite link or code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of this app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Check the invite</source>
        <translation>Einladung prüfen</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>This app takes you through your interview: first a short check of camera and microphone, then the questions. Have the link from your invitation ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfinished: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, this is your interview with {organisation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {count} questions in {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open until {until}. The clock starts later, when you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the interview …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>The camera gives no picture. Plug it in again, close other programs that use it, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched and sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what is watched now and what has left this computer (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says something about a moment, for whoever reviews it (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switches camera, microphone or speaker; the clock goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I need help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message, a break or a person; nothing is ended by asking (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes the app after asking; your answers stay saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>A part of the server is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person will listen to the recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers and events still go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the person who invited you for a new link.</source>
        <translation>Bitten Sie die Person, die Sie eingeladen hat, um einen neuen Link.</translation>
    </message>
    <message>
        <source>Ask the person who invited you for a new time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your administrator to update the server, or install the version in your invitation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that you copied the whole link, or ask the sender for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, or sign in as its owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code cannot be tried here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come back at the time named in your invitation; the link stays valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on there, or close it there and wait a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that was not you, tell the person who invited you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the current version from the link in your invitation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interviews that run go on; come back for anything new when Retry-After is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too early for this interview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later revisions are kept and marked late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it once more and start again; nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send requests elsewhere until it is up; the parts are named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something broke on our side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech is not available here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interview does not stand where this is possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interview has not been started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interview is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no room for evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is being maintained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This interview is open on another computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This interview was already handed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This invite has run out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This invite is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This invite was withdrawn.</source>
        <translation>Diese Einladung wurde zurückgezogen.</translation>
    </message>
    <message>
        <source>This version of Invigil is newer than the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of Invigil is too old for the interview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again shortly; nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; quote the request id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait as long as Retry-After says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was agreed for this interview has changed since you opened it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write on; your answer is kept, and it is looked at all the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
