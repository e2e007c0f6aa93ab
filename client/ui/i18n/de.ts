<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>All questions</source>
        <translation>Alle Fragen</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Abgeben</translation>
    </message>
    <message>
        <source>Which moment</source>
        <translation>Welcher Moment</translation>
    </message>
    <message>
        <source>For example: the doorbell rang.</source>
        <translation>Zum Beispiel: Es hat an der Tür geklingelt.</translation>
    </message>
    <message>
        <source>What you want to say about it</source>
        <translation>Was Sie dazu sagen möchten</translation>
    </message>
    <message>
        <source>Did something happen that could be misread? Say it in your own words: a person who looks at this moment reads it there. It stops no clock and changes nothing else.</source>
        <translation>Ist etwas geschehen, das man falsch verstehen könnte? Sagen Sie es in Ihren eigenen Worten: Wer sich diesen Moment ansieht, liest es dort. Es hält keine Uhr an und ändert sonst nichts.</translation>
    </message>
    <message>
        <source>Explain a moment</source>
        <translation>Einen Moment erklären</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Add to my record</source>
        <translation>Zu meinem Protokoll hinzufügen</translation>
    </message>
    <message>
        <source>Now, {time} into the interview</source>
        <translation>Jetzt, {time} nach Beginn des Interviews</translation>
    </message>
    <message>
        <source>Added. You can add more, or go back.</source>
        <translation>Hinzugefügt. Sie können mehr hinzufügen oder zurückgehen.</translation>
    </message>
    <message>
        <source>something was heard</source>
        <translation>etwas war zu hören</translation>
    </message>
    <message>
        <source>the computer was slow</source>
        <translation>der Computer war langsam</translation>
    </message>
    <message>
        <source>something about the picture</source>
        <translation>etwas war mit dem Bild</translation>
    </message>
    <message>
        <source>Since {start}: {what}</source>
        <translation>Seit {start}: {what}</translation>
    </message>
    <message>
        <source>From {start} to {end}: {what}</source>
        <translation>Von {start} bis {end}: {what}</translation>
    </message>
    <message>
        <source>The time of a question runs only while it is open. When it is over, the question can still be read.</source>
        <translation>Die Zeit einer Frage läuft nur, solange sie geöffnet ist. Ist sie abgelaufen, kann die Frage weiterhin gelesen werden.</translation>
    </message>
    <message>
        <source>The questions come one after the other; what is done cannot be changed.</source>
        <translation>Die Fragen kommen nacheinander; was erledigt ist, kann nicht mehr geändert werden.</translation>
    </message>
    <message>
        <source>Hand in now?</source>
        <translation>Jetzt abgeben?</translation>
    </message>
    <message>
        <source>Hand in now</source>
        <translation>Jetzt abgeben</translation>
    </message>
    <message>
        <source>Go on answering</source>
        <translation>Weiter antworten</translation>
    </message>
    <message>
        <source>After this nothing can be changed any more.</source>
        <translation>Danach kann nichts mehr geändert werden.</translation>
    </message>
    <message>
        <source>Question {n}</source>
        <translation>Frage {n}</translation>
    </message>
    <message>
        <source>spoken</source>
        <translation>mündlich</translation>
    </message>
    <message>
        <source>written</source>
        <translation>schriftlich</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>time is over, for reading only</source>
        <translation>Zeit abgelaufen, nur noch zum Lesen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>noch {left}</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>nicht geöffnet</translation>
    </message>
    <message>
        <source>you are here</source>
        <translation>Sie sind hier</translation>
    </message>
    <message>
        <source>{n} of {count} questions are answered.</source>
        <translation>{n} von {count} Fragen sind beantwortet.</translation>
    </message>
    <message>
        <source>1 is flagged.</source>
        <translation>1 ist markiert.</translation>
    </message>
    <message>
        <source>{n} are flagged.</source>
        <translation>{n} sind markiert.</translation>
    </message>
    <message>
        <source>Your face is not clear in it.</source>
        <translation>Ihr Gesicht ist darauf nicht deutlich zu sehen.</translation>
    </message>
    <message>
        <source>Please take another.</source>
        <translation>Bitte nehmen Sie ein neues auf.</translation>
    </message>
    <message>
        <source>No face is in the picture. Sit in front of the camera and take another.</source>
        <translation>Auf dem Bild ist kein Gesicht. Setzen Sie sich vor die Kamera und nehmen Sie ein neues auf.</translation>
    </message>
    <message>
        <source>There is more than one face in the picture. Be alone in it and take another.</source>
        <translation>Auf dem Bild ist mehr als ein Gesicht. Sorgen Sie dafür, dass nur Sie zu sehen sind, und nehmen Sie ein neues auf.</translation>
    </message>
    <message>
        <source>The picture is too dark. Turn on a light in front of you and take another.</source>
        <translation>Das Bild ist zu dunkel. Schalten Sie vor sich ein Licht ein und nehmen Sie ein neues auf.</translation>
    </message>
    <message>
        <source>The picture is blurred. Hold still and take another.</source>
        <translation>Das Bild ist unscharf. Halten Sie still und nehmen Sie ein neues auf.</translation>
    </message>
    <message>
        <source>Your face is turned away. Look straight into the camera and take another.</source>
        <translation>Ihr Gesicht ist abgewandt. Schauen Sie gerade in die Kamera und nehmen Sie ein neues auf.</translation>
    </message>
    <message>
        <source>Calibrated: your gaze is known to about {exact}.</source>
        <translation>Kalibriert: Ihr Blick ist auf etwa {exact} genau bekannt.</translation>
    </message>
    <message>
        <source>That was not precise enough: about {exact}.</source>
        <translation>Das war nicht genau genug: etwa {exact}.</translation>
    </message>
    <message>
        <source>That did not work. {reason}</source>
        <translation>Das hat nicht geklappt. {reason}</translation>
    </message>
    <message>
        <source>You can try once more or go on without.</source>
        <translation>Sie können es noch einmal versuchen oder ohne weitermachen.</translation>
    </message>
    <message>
        <source>You can go on without.</source>
        <translation>Sie können ohne weitermachen.</translation>
    </message>
    <message>
        <source>an unknown distance</source>
        <translation>eine unbekannte Strecke</translation>
    </message>
    <message>
        <source>1 degree</source>
        <translation>1 Grad</translation>
    </message>
    <message>
        <source>{n} degrees</source>
        <translation>{n} Grad</translation>
    </message>
    <message>
        <source>{n} mm</source>
        <translation>{n} mm</translation>
    </message>
    <message>
        <source>{n} cm</source>
        <translation>{n} cm</translation>
    </message>
    <message>
        <source>A note on your interview</source>
        <translation>Ein Hinweis zu Ihrem Interview</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>Ich habe das gelesen</translation>
    </message>
    <message>
        <source>You have {length} more, for this question and in all.</source>
        <translation>Sie haben {length} mehr, für diese Frage und insgesamt.</translation>
    </message>
    <message>
        <source>Your interview was opened again. All your answers are still here; it goes on where you stopped.</source>
        <translation>Ihr Interview wurde wieder geöffnet. Alle Ihre Antworten sind noch da; es geht dort weiter, wo Sie aufgehört haben.</translation>
    </message>
    <message>
        <source>A person lets you go on, this once. This was found on your computer, and it no longer covers the questions: {what}. If anything else is found, they are covered again.</source>
        <translation>Ein Mensch lässt Sie weitermachen, dieses eine Mal. Auf Ihrem Computer wurde gefunden: {what}. Das verdeckt die Fragen nicht mehr. Wird noch etwas anderes gefunden, werden sie wieder verdeckt.</translation>
    </message>
    <message>
        <source>Something about your interview was changed.</source>
        <translation>An Ihrem Interview wurde etwas geändert.</translation>
    </message>
    <message>
        <source>The clocks stand still while you read this, for {length} at most.</source>
        <translation>Die Uhren stehen still, während Sie das lesen, höchstens {length}.</translation>
    </message>
    <message>
        <source>It is dark. Turn on a light in front of you.</source>
        <translation>Es ist dunkel. Schalten Sie vor sich ein Licht ein.</translation>
    </message>
    <message>
        <source>It is very bright. Turn away from the window or lamp.</source>
        <translation>Es ist sehr hell. Wenden Sie sich vom Fenster oder von der Lampe ab.</translation>
    </message>
    <message>
        <source>Looking for your face …</source>
        <translation>Ihr Gesicht wird gesucht …</translation>
    </message>
    <message>
        <source>No face is in the picture. Sit in front of the camera.</source>
        <translation>Im Bild ist kein Gesicht. Setzen Sie sich vor die Kamera.</translation>
    </message>
    <message>
        <source>Your face is well in the picture.</source>
        <translation>Ihr Gesicht ist gut im Bild.</translation>
    </message>
    <message>
        <source>There is more than one face in the picture. Be alone, please.</source>
        <translation>Im Bild ist mehr als ein Gesicht. Bitte sorgen Sie dafür, dass nur Sie zu sehen sind.</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} Sekunden</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} Minuten</translation>
    </message>
    <message>
        <source>{h} hours {m} minutes</source>
        <translation>{h} Stunden {m} Minuten</translation>
    </message>
    <message>
        <source>Not watched here: {list}</source>
        <translation>Hier nicht beobachtet: {list}</translation>
    </message>
    <message>
        <source>The camera gives no picture. Plug it in again, close other programs that use it, or choose another under Devices. You can go on meanwhile; the time without picture is noted.</source>
        <translation>Die Kamera liefert kein Bild. Stecken Sie sie neu ein, schließen Sie andere Programme, die sie benutzen, oder wählen Sie unter „Geräte“ eine andere. Sie können inzwischen weitermachen; die Zeit ohne Bild wird vermerkt.</translation>
    </message>
    <message>
        <source>No microphone can be heard. Plug it in again, or choose another under Devices. What you said until now is saved, and a recording goes on once you are heard again.</source>
        <translation>Es ist kein Mikrofon zu hören. Stecken Sie es neu ein oder wählen Sie unter „Geräte“ ein anderes. Was Sie bisher gesagt haben, ist gespeichert, und eine Aufnahme läuft weiter, sobald Sie wieder zu hören sind.</translation>
    </message>
    <message>
        <source>There is no connection. Just go on: your answers are kept on this computer and go up by themselves when the connection is back.</source>
        <translation>Es besteht keine Verbindung. Machen Sie einfach weiter: Ihre Antworten bleiben auf diesem Computer und werden von selbst übertragen, sobald die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <source>The disk of this computer is full. Free some space now; what was saved is safe.</source>
        <translation>Der Speicher dieses Computers ist voll. Schaffen Sie jetzt etwas Platz; was gespeichert wurde, ist sicher.</translation>
    </message>
    <message>
        <source>The camera watch stopped and is being started again. Just go on.</source>
        <translation>Die Beobachtung durch die Kamera ist ausgefallen und wird neu gestartet. Machen Sie einfach weiter.</translation>
    </message>
    <message>
        <source>The battery is nearly empty. Plug the charger in now. If the computer stops, start it again and open the app: it comes back to this question.</source>
        <translation>Der Akku ist fast leer. Schließen Sie jetzt das Ladegerät an. Falls der Computer ausgeht, starten Sie ihn neu und öffnen Sie die App: Sie kehrt zu dieser Frage zurück.</translation>
    </message>
    <message>
        <source>This computer is busy. Close other programs if you can; your answers are safe.</source>
        <translation>Dieser Computer ist ausgelastet. Schließen Sie nach Möglichkeit andere Programme; Ihre Antworten sind sicher.</translation>
    </message>
    <message>
        <source>Your words to the people in charge</source>
        <translation>Ihre Nachricht an die Zuständigen</translation>
    </message>
    <message>
        <source>In your own words …</source>
        <translation>In Ihren eigenen Worten …</translation>
    </message>
    <message>
        <source>Write to the people in charge of the interview</source>
        <translation>Schreiben Sie an die Zuständigen für das Interview</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>You wrote a message at {time}.</source>
        <translation>Sie haben um {time} eine Nachricht geschrieben.</translation>
    </message>
    <message>
        <source>You asked for a break at {time}.</source>
        <translation>Sie haben um {time} um eine Pause gebeten.</translation>
    </message>
    <message>
        <source>You called for help at {time}.</source>
        <translation>Sie haben um {time} Hilfe gerufen.</translation>
    </message>
    <message>
        <source>You left at {time}.</source>
        <translation>Sie haben das Interview um {time} verlassen.</translation>
    </message>
    <message>
        <source>A person has reacted to it.</source>
        <translation>Eine Person hat darauf reagiert.</translation>
    </message>
    <message>
        <source>There is no connection: it is kept here and sent as soon as there is one. If it is urgent, use another device.</source>
        <translation>Es besteht keine Verbindung: Es bleibt hier und wird gesendet, sobald es eine gibt. Wenn es dringend ist, benutzen Sie ein anderes Gerät.</translation>
    </message>
    <message>
        <source>Nobody has answered yet; an answer appears here by itself.</source>
        <translation>Noch hat niemand geantwortet; eine Antwort erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>Nobody has answered yet; an answer appears here by itself. The clock goes on until then.</source>
        <translation>Noch hat niemand geantwortet; eine Antwort erscheint hier von selbst. Bis dahin läuft die Uhr weiter.</translation>
    </message>
    <message>
        <source>This is practice: nobody reads what you write here, and nothing of it is sent. In an interview it reaches the people in charge.</source>
        <translation>Dies ist eine Übung: Niemand liest, was Sie hier schreiben, und nichts davon wird gesendet. In einem Interview erreicht es die Zuständigen.</translation>
    </message>
    <message>
        <source>the person who invited you</source>
        <translation>die einladende Person</translation>
    </message>
    <message>
        <source>Quote this number: {id}</source>
        <translation>Nennen Sie diese Nummer: {id}</translation>
    </message>
    <message>
        <source>The clocks stand still while the interview is paused.</source>
        <translation>Die Uhren stehen still, solange das Interview unterbrochen ist.</translation>
    </message>
    <message>
        <source>The clocks stand still while the screen is covered.</source>
        <translation>Die Uhren stehen still, solange der Bildschirm verdeckt ist.</translation>
    </message>
    <message>
        <source>The clock goes on meanwhile; say so, and they can give you time back.</source>
        <translation>Die Uhr läuft inzwischen weiter; sagen Sie es, dann kann man Ihnen Zeit zurückgeben.</translation>
    </message>
    <message>
        <source>The clock has not started yet.</source>
        <translation>Die Uhr läuft noch nicht.</translation>
    </message>
    <message>
        <source>If nobody answers here: reply to your invitation, or call {whom} by another device. {number}

{going}

If the camera or microphone stopped: open Devices above and choose it again.
If the connection is gone: just go on; answers are kept here and sent later.
If the computer must be restarted: do it; the app comes back to this question.</source>
        <translation>Falls hier niemand antwortet: Antworten Sie auf Ihre Einladung oder rufen Sie {whom} mit einem anderen Gerät an. {number}

{going}

Wenn die Kamera oder das Mikrofon ausgefallen ist: Öffnen Sie oben „Geräte“ und wählen Sie das Gerät erneut.
Wenn die Verbindung weg ist: Machen Sie einfach weiter; die Antworten bleiben hier und werden später gesendet.
Wenn der Computer neu gestartet werden muss: Tun Sie es; die App kehrt zu dieser Frage zurück.</translation>
    </message>
    <message>
        <source>Keys: F1 opens this help, F2 what is watched and sent, F6 explains a moment. Ctrl and + or − changes the size of the text, F4 the contrast. R reads the question again, Ctrl and Enter finishes an answer, Ctrl and O shows all questions. In code, Ctrl and F finds, F3 goes on to the next place, Shift and F3 back to the one before.</source>
        <translation>Tasten: F1 öffnet diese Hilfe, F2 was beobachtet und gesendet wird, F6 erklärt einen Moment. Strg und + oder − ändert die Textgröße, F4 den Kontrast. R liest die Frage noch einmal vor, Strg und Enter beendet eine Antwort, Strg und O zeigt alle Fragen. Im Code sucht Strg und F, F3 geht zur nächsten Stelle, Umschalt und F3 zur vorigen.</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>Nachricht senden</translation>
    </message>
    <message>
        <source>Those in charge read it as soon as one of them looks. Answers appear as a note.</source>
        <translation>Die Zuständigen lesen sie, sobald jemand von ihnen nachsieht. Antworten erscheinen als Hinweis.</translation>
    </message>
    <message>
        <source>Ask for a break</source>
        <translation>Um eine Pause bitten</translation>
    </message>
    <message>
        <source>A person decides. Until they pause the interview, clock and watch go on.</source>
        <translation>Eine Person entscheidet. Bis sie das Interview unterbricht, laufen Uhr und Beobachtung weiter.</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>Hilfe rufen</translation>
    </message>
    <message>
        <source>Shows those in charge at once that you need a person. Nothing is ended by it.</source>
        <translation>Zeigt den Zuständigen sofort, dass Sie einen Menschen brauchen. Nichts wird dadurch beendet.</translation>
    </message>
    <message>
        <source>Nothing has left this computer yet.</source>
        <translation>Noch hat nichts diesen Computer verlassen.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>What has left this computer</source>
        <translation>Was diesen Computer verlassen hat</translation>
    </message>
    <message>
        <source>Counted here as it leaves, also when something had to be sent again. Everything is encrypted on its way.</source>
        <translation>Hier gezählt, während es hinausgeht, auch wenn etwas erneut gesendet werden musste. Unterwegs ist alles verschlüsselt.</translation>
    </message>
    <message>
        <source>What a real interview would have sent</source>
        <translation>Was ein echtes Interview gesendet hätte</translation>
    </message>
    <message>
        <source>This is practice. Camera and microphone are used as in an interview, and everything stays on this computer.</source>
        <translation>Dies ist eine Übung. Kamera und Mikrofon werden wie in einem Interview benutzt, und alles bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>The interview is paused: nothing is watched or recorded now.</source>
        <translation>Das Interview ist unterbrochen: Zurzeit wird nichts beobachtet oder aufgenommen.</translation>
    </message>
    <message>
        <source>Watching has ended. What is not sent yet is being sent.</source>
        <translation>Die Beobachtung ist beendet. Was noch nicht gesendet ist, wird gerade gesendet.</translation>
    </message>
    <message>
        <source>Your camera picture is shown only to you. Until the first question nothing is kept but the checks of your devices and what you take yourself.</source>
        <translation>Ihr Kamerabild wird nur Ihnen gezeigt. Bis zur ersten Frage wird nichts aufbewahrt außer den Prüfungen Ihrer Geräte und dem, was Sie selbst aufnehmen.</translation>
    </message>
    <message>
        <source>Camera and microphone are watched now, on this computer.</source>
        <translation>Kamera und Mikrofon werden jetzt beobachtet, auf diesem Computer.</translation>
    </message>
    <message>
        <source>The camera gives no picture; the microphone is watched.</source>
        <translation>Die Kamera liefert kein Bild; das Mikrofon wird beobachtet.</translation>
    </message>
    <message>
        <source>Your answer is being recorded.</source>
        <translation>Ihre Antwort wird aufgenommen.</translation>
    </message>
    <message>
        <source>A small still picture is sent every ten seconds.</source>
        <translation>Alle zehn Sekunden wird ein kleines Standbild gesendet.</translation>
    </message>
    <message>
        <source>A person who accompanies the interview may look through your camera; a line at the top of this window says so while somebody does.</source>
        <translation>Eine Person, die das Interview begleitet, darf durch Ihre Kamera sehen; solange jemand das tut, steht es in einer Zeile oben in diesem Fenster.</translation>
    </message>
    <message>
        <source>A person who accompanies your interview is looking through your camera now. They see the picture and hear nothing; nothing of it is kept.</source>
        <translation>Eine Person, die Ihr Interview begleitet, sieht gerade durch Ihre Kamera. Sie sieht das Bild und hört nichts; nichts davon wird aufbewahrt.</translation>
    </message>
    <message>
        <source>This is practice: nothing of it was sent, and nothing of it is kept.</source>
        <translation>Dies ist eine Übung: Nichts davon wurde gesendet, und nichts davon wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Nothing waits: the server has confirmed all of it.</source>
        <translation>Nichts steht aus: Der Server hat alles bestätigt.</translation>
    </message>
    <message>
        <source>Still on this computer only: {n} entries and recordings, {size}.</source>
        <translation>Noch nur auf diesem Computer: {n} Einträge und Aufnahmen, {size}.</translation>
    </message>
    <message>
        <source>{n} bytes</source>
        <translation>{n} Byte</translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation>{n} kB</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>Your answers as text, and when you opened and ended questions</source>
        <translation>Ihre Antworten als Text und wann Sie Fragen geöffnet und beendet haben</translation>
    </message>
    <message>
        <source>What was noted by the watch, as times and figures</source>
        <translation>Was bei der Beobachtung vermerkt wurde, als Zeiten und Zahlen</translation>
    </message>
    <message>
        <source>What you agreed to, asked and explained</source>
        <translation>Wozu Sie zugestimmt, was Sie gefragt und was Sie erklärt haben</translation>
    </message>
    <message>
        <source>Steps of the interview, checks, and the state of this computer</source>
        <translation>Schritte des Interviews, Prüfungen und der Zustand dieses Computers</translation>
    </message>
    <message>
        <source>Recordings of your voice</source>
        <translation>Aufnahmen Ihrer Stimme</translation>
    </message>
    <message>
        <source>Your selfie, and pictures kept of what was noted</source>
        <translation>Ihr Selfie und aufbewahrte Bilder zu dem, was vermerkt wurde</translation>
    </message>
    <message>
        <source>Face and voice as numbers, to compare with</source>
        <translation>Gesicht und Stimme als Zahlen, zum Vergleichen</translation>
    </message>
    <message>
        <source>Small still pictures for those who watch live</source>
        <translation>Kleine Standbilder für die, die live zusehen</translation>
    </message>
    <message>
        <source>The live picture of your camera, each time that a person looked</source>
        <translation>Das Live-Bild Ihrer Kamera, jedes Mal, wenn eine Person hindurchsah</translation>
    </message>
    <message>
        <source>Signs of life: that the app runs, and how busy this computer is</source>
        <translation>Lebenszeichen: dass die App läuft und wie ausgelastet dieser Computer ist</translation>
    </message>
    <message>
        <source>Opening, starting and handing in the interview</source>
        <translation>Öffnen, Starten und Abgeben des Interviews</translation>
    </message>
    <message>
        <source>Open lines, on which only the server speaks</source>
        <translation>Offene Leitungen, auf denen nur der Server spricht</translation>
    </message>
    <message>
        <source>Whether a phone, a book or a second screen is seen.</source>
        <translation>Ob ein Telefon, ein Buch oder ein zweiter Bildschirm zu sehen ist.</translation>
    </message>
    <message>
        <source>Whether the camera is covered, frozen or unplugged.</source>
        <translation>Ob die Kamera verdeckt, eingefroren oder ausgesteckt ist.</translation>
    </message>
    <message>
        <source>This computer, during the questions: whether programs for remote control, recording or help with answers run, whether other windows lie over this one, and which displays and input devices there are.</source>
        <translation>Dieser Computer, während der Fragen: ob Programme zur Fernsteuerung, zum Aufzeichnen oder zur Hilfe bei Antworten laufen, ob andere Fenster über diesem liegen und welche Bildschirme und Eingabegeräte es gibt.</translation>
    </message>
    <message>
        <source>Covers the questions until it is put right or a person lets you go on: {list}. The time is given back up to {n} seconds; nothing is ended by it.</source>
        <translation>Verdeckt die Fragen, bis es behoben ist oder ein Mensch Sie weitermachen lässt: {list}. Die Zeit erhalten Sie bis zu {n} Sekunden zurück; beendet wird dadurch nichts.</translation>
    </message>
    <message>
        <source>What is watched on this computer</source>
        <translation>Was auf diesem Computer beobachtet wird</translation>
    </message>
    <message>
        <source>What leaves this computer, encrypted</source>
        <translation>Was diesen Computer verlässt, verschlüsselt</translation>
    </message>
    <message>
        <source>What never leaves it</source>
        <translation>Was ihn niemals verlässt</translation>
    </message>
    <message>
        <source>Video: but for that small still picture, it is looked at here and forgotten.</source>
        <translation>Video: Bis auf dieses kleine Standbild wird es hier angesehen und vergessen.</translation>
    </message>
    <message>
        <source>Video: the picture is looked at here and forgotten.</source>
        <translation>Video: Das Bild wird hier angesehen und vergessen.</translation>
    </message>
    <message>
        <source>Sound beside your recordings: heard here and forgotten, never written down.</source>
        <translation>Ton außerhalb Ihrer Aufnahmen: hier gehört und vergessen, niemals mitgeschrieben.</translation>
    </message>
    <message>
        <source>Also during the questions: whether another program puts something into the clipboard (never what), and whether the way to the network changes.</source>
        <translation>Ebenfalls während der Fragen: ob ein anderes Programm etwas in die Zwischenablage legt (nie, was), und ob sich der Weg ins Netz ändert.</translation>
    </message>
    <message>
        <source>Your other files, what your other programs show or hold, your passwords.</source>
        <translation>Ihre anderen Dateien, was Ihre anderen Programme zeigen oder enthalten, Ihre Passwörter.</translation>
    </message>
    <message>
        <source>Your other files, your other programs, your passwords.</source>
        <translation>Ihre anderen Dateien, Ihre anderen Programme, Ihre Passwörter.</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>Wer entscheidet</translation>
    </message>
    <message>
        <source>People. Nothing that is noticed ends the interview or lowers a mark by itself.</source>
        <translation>Menschen. Nichts, was bemerkt wird, beendet von selbst das Interview oder senkt eine Bewertung.</translation>
    </message>
    <message>
        <source>No guess is made about your feelings, honesty or character.</source>
        <translation>Über Ihre Gefühle, Ihre Ehrlichkeit oder Ihren Charakter wird nichts vermutet.</translation>
    </message>
    <message>
        <source>Answers, recordings and pictures are erased after {n} days; your name and your marks when their time is over.</source>
        <translation>Antworten, Aufnahmen und Bilder werden nach {n} Tagen gelöscht; Ihr Name und Ihre Bewertungen, wenn deren Zeit vorüber ist.</translation>
    </message>
    <message>
        <source>Any other video: but for that small still picture and those live looks, it is looked at here and forgotten. No video is kept anywhere.</source>
        <translation>Jedes andere Video: Außer jenem kleinen Standbild und jenen Live-Blicken wird es hier angesehen und vergessen. Nirgends wird Video aufbewahrt.</translation>
    </message>
    <message>
        <source>Any other video: but for those live looks, it is looked at here and forgotten. No video is kept anywhere.</source>
        <translation>Jedes andere Video: Außer jenen Live-Blicken wird es hier angesehen und vergessen. Nirgends wird Video aufbewahrt.</translation>
    </message>
    <message>
        <source>This window stays in front of all others. If another one takes the keyboard, this one takes it back, and when that was is noted.</source>
        <translation>Dieses Fenster bleibt vor allen anderen. Nimmt ein anderes die Tastatur an sich, holt dieses sie zurück, und der Zeitpunkt wird vermerkt.</translation>
    </message>
    <message>
        <source>This window stays in front of all others, and keys that switch programs or take pictures of the screen do nothing. When one is pressed, or another window takes the keyboard, that is noted.</source>
        <translation>Dieses Fenster bleibt vor allen anderen, und Tasten, die das Programm wechseln oder den Bildschirm aufnehmen, bewirken nichts. Wird eine gedrückt oder nimmt ein anderes Fenster die Tastatur an sich, wird das vermerkt.</translation>
    </message>
    <message>
        <source>What is held while the interview runs</source>
        <translation>Was während des Interviews festgehalten wird</translation>
    </message>
    <message>
        <source>The clipboard is emptied at the start and at the end.</source>
        <translation>Die Zwischenablage wird am Anfang und am Ende geleert.</translation>
    </message>
    <message>
        <source>You can leave at any time by the button above. At the end, and also after a crash, your computer is set back as it was.</source>
        <translation>Sie können jederzeit mit der Schaltfläche oben das Interview verlassen. Am Ende, auch nach einem Absturz, wird Ihr Computer wieder so eingestellt, wie er war.</translation>
    </message>
    <message>
        <source>Comparing your face and voice by computer</source>
        <translation>Vergleich Ihres Gesichts und Ihrer Stimme durch Computer</translation>
    </message>
    <message>
        <source>Your face and voice as numbers, made from selfie and voice sample: like a fingerprint, encrypted, and for this interview only.</source>
        <translation>Ihr Gesicht und Ihre Stimme als Zahlen, gewonnen aus Selfie und Stimmprobe: wie ein Fingerabdruck, verschlüsselt und nur für dieses Interview.</translation>
    </message>
    <message>
        <source>Comparing your face by computer</source>
        <translation>Vergleich Ihres Gesichts durch Computer</translation>
    </message>
    <message>
        <source>Your face as numbers, made from selfie: like a fingerprint, encrypted, and for this interview only.</source>
        <translation>Ihr Gesicht als Zahlen, gewonnen aus dem Selfie: wie ein Fingerabdruck, verschlüsselt und nur für dieses Interview.</translation>
    </message>
    <message>
        <source>Comparing your voice by computer</source>
        <translation>Vergleich Ihrer Stimme durch Computer</translation>
    </message>
    <message>
        <source>Your voice as numbers, made from voice sample: like a fingerprint, encrypted, and for this interview only.</source>
        <translation>Ihre Stimme als Zahlen, gewonnen aus der Stimmprobe: wie ein Fingerabdruck, verschlüsselt und nur für dieses Interview.</translation>
    </message>
    <message>
        <source>You may say no and go on: then a person checks who you are.</source>
        <translation>Sie können Nein sagen und weitermachen: Dann prüft eine Person, wer Sie sind.</translation>
    </message>
    <message>
        <source>This interview needs it. If you do not want it, choose Leave above and ask the person who invited you for a way without: then a person checks who you are.</source>
        <translation>Dieses Interview erfordert es. Wenn Sie es nicht möchten, wählen Sie oben „Verlassen“ und bitten Sie die einladende Person um einen Weg ohne: Dann prüft eine Person, wer Sie sind.</translation>
    </message>
    <message>
        <source>You can take a yes back at any time, also on your invitation&apos;s page: the numbers are destroyed.</source>
        <translation>Sie können ein Ja jederzeit zurücknehmen, auch auf der Seite Ihrer Einladung: Die Zahlen werden dann vernichtet.</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The code of the language that this file translates into, such as de. It goes into the record.</extracomment>
        <translation>de</translation>
    </message>
    <message>
        <source>No picture of you goes to them, and none of your name unless you say it in an answer.</source>
        <translation>Kein Bild von Ihnen geht an sie, und Ihr Name nur, wenn Sie ihn in einer Antwort nennen.</translation>
    </message>
    <message>
        <source>Who else gets your answers</source>
        <translation>Wer Ihre Antworten sonst noch bekommt</translation>
    </message>
    <message>
        <source>The texts of your answers, by the server: to a language model at {host}, which proposes marks and may write further questions. A person decides.</source>
        <translation>Die Texte Ihrer Antworten, durch den Server: an ein Sprachmodell bei {host}, das Punkte vorschlägt und weitere Fragen schreiben kann. Ein Mensch entscheidet.</translation>
    </message>
    <message>
        <source>Recordings that this computer cannot write down, by the server: to a service at {host}, which turns them into text.</source>
        <translation>Aufnahmen, die dieser Computer nicht in Text umsetzen kann, durch den Server: an einen Dienst bei {host}, der sie in Text umsetzt.</translation>
    </message>
    <message>
        <source>Your typed answers as you write, and the recordings of your spoken answers.</source>
        <translation>Ihre getippten Antworten, während Sie schreiben, und die Aufnahmen Ihrer gesprochenen Antworten.</translation>
    </message>
    <message>
        <source>Your selfie and your voice sample, so that a person can tell who took the interview.</source>
        <translation>Ihr Selfie und Ihre Stimmprobe, damit eine Person erkennen kann, wer am Interview teilgenommen hat.</translation>
    </message>
    <message>
        <source>Your selfie, so that a person can tell who took the interview.</source>
        <translation>Ihr Selfie, damit eine Person erkennen kann, wer am Interview teilgenommen hat.</translation>
    </message>
    <message>
        <source>Your voice sample, so that a person can tell who took the interview.</source>
        <translation>Ihre Stimmprobe, damit eine Person erkennen kann, wer am Interview teilgenommen hat.</translation>
    </message>
    <message>
        <source>How exact the gaze calibration was, if you made it.</source>
        <translation>Wie genau die Blickkalibrierung war, falls Sie sie gemacht haben.</translation>
    </message>
    <message>
        <source>A list of what was noticed, with times. No score comes from it.</source>
        <translation>Eine Liste dessen, was bemerkt wurde, mit Zeiten. Daraus entsteht keine Bewertung.</translation>
    </message>
    <message>
        <source>Names of such programs, windows with their titles, and devices, where they were noticed.</source>
        <translation>Namen solcher Programme, Fenster mit ihren Titeln und Geräte, wo sie bemerkt wurden.</translation>
    </message>
    <message>
        <source>Names of such programs, windows and devices, where they were noticed.</source>
        <translation>Namen solcher Programme, Fenster und Geräte, wo sie bemerkt wurden.</translation>
    </message>
    <message>
        <source>At most {n} small pictures an hour, each belonging to an entry of that list.</source>
        <translation>Höchstens {n} kleine Bilder pro Stunde, jedes zu einem Eintrag dieser Liste.</translation>
    </message>
    <message>
        <source>A small still picture of the camera every ten seconds, for a person who accompanies the interview. Only the newest is kept, and none after the end.</source>
        <translation>Alle zehn Sekunden ein kleines Standbild der Kamera, für eine Person, die das Interview begleitet. Nur das neueste wird aufbewahrt, und nach dem Ende keines.</translation>
    </message>
    <message>
        <source>The camera&apos;s picture, live and without sound, while a person who accompanies the interview looks through it. You are told each time and for as long as somebody looks; each look is on record and the picture is not kept.</source>
        <translation>Das Bild der Kamera, live und ohne Ton, während eine Person, die das Interview begleitet, hindurchsieht. Es wird Ihnen jedes Mal gesagt, solange jemand hindurchsieht; jeder Blick wird festgehalten, das Bild wird nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Whether your face is in the picture, whether it is the one of the selfie.</source>
        <translation>Ob Ihr Gesicht im Bild ist und ob es das des Selfies ist.</translation>
    </message>
    <message>
        <source>Whether your face is in the picture, whether it is the one of the selfie, and whether anybody else is.</source>
        <translation>Ob Ihr Gesicht im Bild ist, ob es das des Selfies ist und ob noch jemand im Bild ist.</translation>
    </message>
    <message>
        <source>Whether your face is in the picture.</source>
        <translation>Ob Ihr Gesicht im Bild ist.</translation>
    </message>
    <message>
        <source>Whether your face is in the picture, and whether anybody else is.</source>
        <translation>Ob Ihr Gesicht im Bild ist und ob noch jemand im Bild ist.</translation>
    </message>
    <message>
        <source>Whether your head is turned away from the screen.</source>
        <translation>Ob Ihr Kopf vom Bildschirm abgewandt ist.</translation>
    </message>
    <message>
        <source>Whether your head or your eyes are turned away from the screen.</source>
        <translation>Ob Ihr Kopf oder Ihre Augen vom Bildschirm abgewandt sind.</translation>
    </message>
    <message>
        <source>Whether your head or your eyes are turned away from the screen, coarsely.</source>
        <translation>Ob Ihr Kopf oder Ihre Augen vom Bildschirm abgewandt sind, grob geschätzt.</translation>
    </message>
    <message>
        <source>Your microphone: recorded only while you record an answer or the voice sample.</source>
        <translation>Ihr Mikrofon: nur aufgenommen, während Sie eine Antwort oder die Stimmprobe aufnehmen.</translation>
    </message>
    <message>
        <source>Your microphone: recorded only while you record an answer.</source>
        <translation>Ihr Mikrofon: nur aufgenommen, während Sie eine Antwort aufnehmen.</translation>
    </message>
    <message>
        <source>It is listened to for speech, a second voice and loudspeakers during the questions.</source>
        <translation>Während der Fragen wird darin auf Sprache, eine zweite Stimme und Lautsprecher gehört.</translation>
    </message>
    <message>
        <source>It is listened to for speech and loudspeakers during the questions.</source>
        <translation>Während der Fragen wird darin auf Sprache und Lautsprecher gehört.</translation>
    </message>
    <message>
        <source>It is listened to for a second voice and loudspeakers during the questions.</source>
        <translation>Während der Fragen wird darin auf eine zweite Stimme und Lautsprecher gehört.</translation>
    </message>
    <message>
        <source>It is listened to for a second voice during the questions.</source>
        <translation>Während der Fragen wird darin auf eine zweite Stimme gehört.</translation>
    </message>
    <message>
        <source>It is listened to for loudspeakers during the questions.</source>
        <translation>Während der Fragen wird darin auf Lautsprecher gehört.</translation>
    </message>
    <message>
        <source>Practice: nothing is sent, and nothing is kept when it ends.</source>
        <translation>Übung: Nichts wird gesendet, und am Ende wird nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>Sprechen</translation>
    </message>
    <message>
        <source>What do you like to do on a free day?</source>
        <translation>Was machen Sie gern an einem freien Tag?</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Describe in two or three sentences how you make tea or coffee.</source>
        <translation>Beschreiben Sie in zwei oder drei Sätzen, wie Sie Tee oder Kaffee zubereiten.</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Programmieren</translation>
    </message>
    <message>
        <source>Write a function total(numbers) that returns the sum of a list of numbers.</source>
        <translation>Schreiben Sie eine Funktion total(numbers), die die Summe einer Liste von Zahlen zurückgibt.</translation>
    </message>
    <message>
        <source>three numbers</source>
        <translation>drei Zahlen</translation>
    </message>
    <message>
        <source>Practice interview</source>
        <translation>Übungsinterview</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>In practice no code is run. In an interview the server runs it, and its output is shown here.</source>
        <translation>In der Übung wird kein Code ausgeführt. In einem Interview führt ihn der Server aus, und die Ausgabe erscheint hier.</translation>
    </message>
    <message>
        <source>The invite is not used here: {why}</source>
        <translation>Die Einladung wird hier nicht benutzt: {why}</translation>
    </message>
    <message>
        <source>The signed report was sent: the people who invited you can read it.</source>
        <translation>Der signierte Bericht wurde gesendet: Die Einladenden können ihn lesen.</translation>
    </message>
    <message>
        <source>The report was not sent: {why}</source>
        <translation>Der Bericht wurde nicht gesendet: {why}</translation>
    </message>
    <message>
        <source>The signed report is in the file {name}.</source>
        <translation>Der signierte Bericht ist in der Datei {name}.</translation>
    </message>
    <message>
        <source>The file cannot be written: {why}</source>
        <translation>Die Datei kann nicht geschrieben werden: {why}</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} Einträge</translation>
    </message>
    <message>
        <source>1 recording or picture</source>
        <translation>1 Aufnahme oder Bild</translation>
    </message>
    <message>
        <source>{n} recordings and pictures</source>
        <translation>{n} Aufnahmen und Bilder</translation>
    </message>
    <message>
        <source>Still to send: {what} ({size}).</source>
        <translation>Noch zu senden: {what} ({size}).</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Send the report</source>
        <translation>Bericht senden</translation>
    </message>
    <message>
        <source>The people who invited you can read it; it decides nothing by itself</source>
        <translation>Die Einladenden können ihn lesen; er entscheidet von selbst nichts</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>Als Datei speichern …</translation>
    </message>
    <message>
        <source>Is this computer ready?</source>
        <translation>Ist dieser Computer bereit?</translation>
    </message>
    <message>
        <source>This takes about half a minute. The camera is opened for a moment and two seconds are listened to; neither picture nor sound is kept or sent.</source>
        <translation>Das dauert etwa eine halbe Minute. Die Kamera wird kurz geöffnet und zwei Sekunden lang wird zugehört; weder Bild noch Ton wird aufbewahrt oder gesendet.</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Checking: {n} of {total} done</source>
        <translation>Prüfung läuft: {n} von {total} erledigt</translation>
    </message>
    <message>
        <source>checking …</source>
        <translation>wird geprüft …</translation>
    </message>
    <message>
        <source>Where to save the file</source>
        <translation>Wohin die Datei gespeichert wird</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>Andere Programme</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>What to do: {cure}</source>
        <translation>Was zu tun ist: {cure}</translation>
    </message>
    <message>
        <source>Nothing was checked.</source>
        <translation>Es wurde nichts geprüft.</translation>
    </message>
    <message>
        <source>This computer is ready.</source>
        <translation>Dieser Computer ist bereit.</translation>
    </message>
    <message>
        <source>Not ready yet: {failed} failed, {unsure} unknown.</source>
        <translation>Noch nicht bereit: {failed} fehlerhaft, {unsure} unbekannt.</translation>
    </message>
    <message>
        <source>Nothing failed, but {unsure} could not be told.</source>
        <translation>Nichts ist fehlgeschlagen, aber {unsure} ließ sich nicht feststellen.</translation>
    </message>
    <message>
        <source>What was found on this computer</source>
        <translation>Was auf diesem Computer festgestellt wurde</translation>
    </message>
    <message>
        <source>Nothing to be noted: {names}.</source>
        <translation>Nichts anzumerken: {names}.</translation>
    </message>
    <message>
        <source>{name}: cannot be told ({why}).</source>
        <translation>{name}: lässt sich nicht feststellen ({why}).</translation>
    </message>
    <message>
        <source>{name}: {found}. A person looks at it; nothing else follows.</source>
        <translation>{name}: {found}. Ein Mensch sieht es sich an; sonst folgt nichts daraus.</translation>
    </message>
    <message>
        <source>programs</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>displays</source>
        <translation>Bildschirme</translation>
    </message>
    <message>
        <source>kind of computer</source>
        <translation>Art des Computers</translation>
    </message>
    <message>
        <source>remote control</source>
        <translation>Fernsteuerung</translation>
    </message>
    <message>
        <source>screen recording</source>
        <translation>Bildschirmaufnahme</translation>
    </message>
    <message>
        <source>camera and microphone</source>
        <translation>Kamera und Mikrofon</translation>
    </message>
    <message>
        <source>this app itself</source>
        <translation>diese App selbst</translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>way to the network</source>
        <translation>Weg ins Netz</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>Festplatte</translation>
    </message>
    <message>
        <source>a program that is not allowed in this interview</source>
        <translation>ein Programm, das in diesem Interview nicht erlaubt ist</translation>
    </message>
    <message>
        <source>another or a mirrored display</source>
        <translation>ein weiterer oder gespiegelter Bildschirm</translation>
    </message>
    <message>
        <source>a connection from afar to this computer</source>
        <translation>eine Verbindung aus der Ferne zu diesem Computer</translation>
    </message>
    <message>
        <source>a recording or sharing of the screen</source>
        <translation>eine Aufnahme oder Übertragung des Bildschirms</translation>
    </message>
    <message>
        <source>keys that lead out of this app and cannot be held here</source>
        <translation>Tasten, die aus dieser App hinausführen und hier nicht gehalten werden können</translation>
    </message>
    <message>
        <source>Close it, also where it only runs in the background.</source>
        <translation>Schließen Sie es, auch wenn es nur im Hintergrund läuft.</translation>
    </message>
    <message>
        <source>Unplug it or switch it off, and end the mirroring.</source>
        <translation>Ziehen Sie ihn ab oder schalten Sie ihn aus, und beenden Sie das Spiegeln.</translation>
    </message>
    <message>
        <source>End that connection, and sit at the computer itself.</source>
        <translation>Beenden Sie diese Verbindung, und setzen Sie sich an den Computer selbst.</translation>
    </message>
    <message>
        <source>Stop it in the program that does it.</source>
        <translation>Beenden Sie das in dem Programm, das es tut.</translation>
    </message>
    <message>
        <source>You cannot put that right here: press I need help, and a person decides.</source>
        <translation>Das können Sie hier nicht beheben: Drücken Sie „Ich brauche Hilfe“, und ein Mensch entscheidet.</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Ctrl and −</source>
        <translation>Strg und −</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Ctrl and +</source>
        <translation>Strg und +</translation>
    </message>
    <message>
        <source>Strong contrast (F4)</source>
        <translation>Starker Kontrast (F4)</translation>
    </message>
    <message>
        <source>Both are remembered on this computer.</source>
        <translation>Beides wird auf diesem Computer gemerkt.</translation>
    </message>
    <message>
        <source>Text and contrast</source>
        <translation>Text und Kontrast</translation>
    </message>
    <message>
        <source>Size of the text: {percent} %</source>
        <translation>Textgröße: {percent} %</translation>
    </message>
</context>
<context>
    <name>Cameras</name>
    <message>
        <source>Recording</source>
        <translation>Aufnahme läuft</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Your answers are saved on this computer, but some have not reached the server. Stay until they have, or open the app again later: it goes on sending by itself.</source>
        <translation>Ihre Antworten sind auf diesem Computer gespeichert, aber einige haben den Server noch nicht erreicht. Bleiben Sie, bis sie angekommen sind, oder öffnen Sie die App später wieder: Sie sendet von selbst weiter.</translation>
    </message>
    <message>
        <source>The interview has not started and nothing is lost. Open the app again to go on before the time named in your invitation.</source>
        <translation>Das Interview hat noch nicht begonnen, und nichts ist verloren. Öffnen Sie die App wieder, um vor dem in Ihrer Einladung genannten Zeitpunkt weiterzumachen.</translation>
    </message>
    <message>
        <source>Your answers are saved and the clocks stand still. You need not leave the app for a break. If you do, open it again before the interview goes on: it returns to this question. Those in charge are told that you left.</source>
        <translation>Ihre Antworten sind gespeichert, und die Uhren stehen still. Für eine Pause müssen Sie die App nicht verlassen. Wenn Sie es doch tun, öffnen Sie sie wieder, bevor das Interview weitergeht: Sie kehrt zu dieser Frage zurück. Die Zuständigen erfahren, dass Sie die App verlassen haben.</translation>
    </message>
    <message>
        <source>The practice ends here. Nothing of it was sent, and nothing is kept.</source>
        <translation>Die Übung endet hier. Nichts davon wurde gesendet, und nichts wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Your answers are saved. The clock goes on while you are away, and those in charge are told that you left. Until the time is over you can come back: open the app again, and it returns to this question. Leaving does not hand the interview in.</source>
        <translation>Ihre Antworten sind gespeichert. Die Uhr läuft weiter, während Sie weg sind, und die Zuständigen erfahren, dass Sie die App verlassen haben. Bis die Zeit abgelaufen ist, können Sie zurückkommen: Öffnen Sie die App wieder, und sie kehrt zu dieser Frage zurück. Durch das Verlassen wird das Interview nicht abgegeben.</translation>
    </message>
    <message>
        <source>What is watched and sent</source>
        <translation>Was beobachtet und gesendet wird</translation>
    </message>
    <message>
        <source>Stop comparing my face and voice</source>
        <translation>Gesicht und Stimme nicht mehr vergleichen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The numbers made from your face and voice are destroyed, here and on the server, and nothing is compared any more. The interview goes on as before, and a person checks who you are. This cannot be undone in this interview.</source>
        <translation>Die aus Ihrem Gesicht und Ihrer Stimme gebildeten Zahlen werden hier und auf dem Server vernichtet, und nichts wird mehr verglichen. Das Interview geht weiter wie bisher, und eine Person prüft, wer Sie sind. Das lässt sich in diesem Interview nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Stop comparing?</source>
        <translation>Nicht mehr vergleichen?</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Nicht mehr vergleichen</translation>
    </message>
    <message>
        <source>Camera, microphone and speaker</source>
        <translation>Kamera, Mikrofon und Lautsprecher</translation>
    </message>
    <message>
        <source>Leave now?</source>
        <translation>Jetzt verlassen?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
</context>
<context>
    <name>CodeEditor</name>
    <message>
        <source>Your code</source>
        <translation>Ihr Code</translation>
    </message>
    <message>
        <source>Tab indents. Press Escape and then Tab to leave the editor. Ctrl+F searches, Ctrl+G goes to a line, Ctrl+slash makes comments.</source>
        <translation>Tab rückt ein. Drücken Sie Escape und dann Tab, um den Editor zu verlassen. Strg+F sucht, Strg+G springt zu einer Zeile, Strg+Schrägstrich setzt Kommentare.</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Close brackets</source>
        <translation>Klammern schließen</translation>
    </message>
    <message>
        <source>A bracket or quote brings its other half</source>
        <translation>Zu einer Klammer oder einem Anführungszeichen kommt die andere Hälfte von selbst</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Ctrl+F finds, Ctrl+H replaces, Ctrl+G goes to a line</source>
        <translation>Strg+F sucht, Strg+H ersetzt, Strg+G springt zu einer Zeile</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Ctrl+/ makes the selected lines comments, or code again</source>
        <translation>Strg+/ macht die ausgewählten Zeilen zu Kommentaren oder wieder zu Code</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>I have read this and I agree.</source>
        <translation>Ich habe das gelesen und stimme zu.</translation>
    </message>
    <message>
        <source>A computer may compare my face and voice.</source>
        <translation>Ein Computer darf mein Gesicht und meine Stimme vergleichen.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Before you agree</source>
        <translation>Bevor Sie zustimmen</translation>
    </message>
    <message>
        <source>This computer watches during the interview so that no person has to. Look this up at any time under “Watched and sent”.</source>
        <translation>Während des Interviews beobachtet dieser Computer, damit kein Mensch es tun muss. Unter „Beobachtet und gesendet“ können Sie das jederzeit nachsehen.</translation>
    </message>
    <message>
        <source>If you do not agree, choose Leave above: no picture or sound was kept.</source>
        <translation>Wenn Sie nicht zustimmen, wählen Sie oben „Verlassen“: Es wurde kein Bild und kein Ton aufbewahrt.</translation>
    </message>
    <message>
        <source>A computer may compare my face.</source>
        <translation>Ein Computer darf mein Gesicht vergleichen.</translation>
    </message>
    <message>
        <source>A computer may compare my voice.</source>
        <translation>Ein Computer darf meine Stimme vergleichen.</translation>
    </message>
    <message>
        <source>Left empty, a person checks who you are instead.</source>
        <translation>Bleibt das leer, prüft stattdessen eine Person, wer Sie sind.</translation>
    </message>
    <message>
        <source>This interview needs it: for a way without, ask the person who invited you.</source>
        <translation>Dieses Interview setzt es voraus: Wenn Sie es ohne machen möchten, fragen Sie die Person, die Sie eingeladen hat.</translation>
    </message>
</context>
<context>
    <name>DeviceCheck</name>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Camera, microphone and speaker</source>
        <translation>Kamera, Mikrofon und Lautsprecher</translation>
    </message>
    <message>
        <source>See that the picture shows your face and that the bar moves when you speak. Nothing is recorded yet. You can switch devices later as well.</source>
        <translation>Achten Sie darauf, dass das Bild Ihr Gesicht zeigt und dass sich der Balken bewegt, wenn Sie sprechen. Noch wird nichts aufgenommen. Sie können die Geräte auch später wechseln.</translation>
    </message>
    <message>
        <source>Continue opens once the camera gives a picture.</source>
        <translation>„Weiter“ ist verfügbar, sobald die Kamera ein Bild liefert.</translation>
    </message>
    <message>
        <source>Connect a microphone and choose it above to continue.</source>
        <translation>Schließen Sie ein Mikrofon an und wählen Sie es oben aus, um weiterzumachen.</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>Play a test sentence</source>
        <translation>Testsatz abspielen</translation>
    </message>
    <message>
        <source>Says a short sentence on the chosen speaker</source>
        <translation>Spricht einen kurzen Satz über den gewählten Lautsprecher</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>No camera is in use. Connect one or choose it above.</source>
        <translation>Es ist keine Kamera in Gebrauch. Schließen Sie eine an oder wählen Sie sie oben aus.</translation>
    </message>
    <message>
        <source>No camera was found. Connect one, then choose it above.</source>
        <translation>Es wurde keine Kamera gefunden. Schließen Sie eine an und wählen Sie sie dann oben aus.</translation>
    </message>
    <message>
        <source>No microphone is in use. Connect one or choose it above.</source>
        <translation>Es ist kein Mikrofon in Gebrauch. Schließen Sie eines an oder wählen Sie es oben aus.</translation>
    </message>
    <message>
        <source>No microphone was found. Connect one, then choose it above.</source>
        <translation>Es wurde kein Mikrofon gefunden. Schließen Sie eines an und wählen Sie es dann oben aus.</translation>
    </message>
    <message>
        <source>Your microphone hears you.</source>
        <translation>Ihr Mikrofon hört Sie.</translation>
    </message>
    <message>
        <source>Say something: the bar should move.</source>
        <translation>Sagen Sie etwas: Der Balken sollte sich bewegen.</translation>
    </message>
    <message>
        <source>The system&apos;s own voice is heard on the system&apos;s own speaker. To hear it on this one, choose it in the system&apos;s sound settings as well.</source>
        <translation>Die Stimme des Systems ist über den Lautsprecher des Systems zu hören. Um sie über diesen zu hören, wählen Sie ihn auch in den Klangeinstellungen des Systems.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>Line number</source>
        <translation>Zeilennummer</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Back to the code</source>
        <translation>Zurück zum Code</translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation>von {n}</translation>
    </message>
    <message>
        <source>1 replaced</source>
        <translation>1 ersetzt</translation>
    </message>
    <message>
        <source>{n} replaced</source>
        <translation>{n} ersetzt</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 Stelle</translation>
    </message>
    <message>
        <source>{n} places</source>
        <translation>{n} Stellen</translation>
    </message>
</context>
<context>
    <name>Finish</name>
    <message>
        <source>Handing in</source>
        <translation>Abgabe</translation>
    </message>
    <message>
        <source>Close the app</source>
        <translation>App schließen</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>Als Datei speichern …</translation>
    </message>
    <message>
        <source>Writes everything that was recorded into one sealed file</source>
        <translation>Schreibt alles Aufgezeichnete in eine versiegelte Datei</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>Einen Moment bitte</translation>
    </message>
    <message>
        <source>Your interview was ended</source>
        <translation>Ihr Interview wurde beendet</translation>
    </message>
    <message>
        <source>That was the practice interview</source>
        <translation>Das war das Übungsinterview</translation>
    </message>
    <message>
        <source>Thank you: your interview is handed in</source>
        <translation>Vielen Dank: Ihr Interview ist abgegeben</translation>
    </message>
    <message>
        <source>Your interview is being handed in</source>
        <translation>Ihr Interview wird abgegeben</translation>
    </message>
    <message>
        <source>The time is over. </source>
        <translation>Die Zeit ist abgelaufen. </translation>
    </message>
    <message>
        <source>A person decided this, no program did. Everything that you answered has arrived and is kept; nothing was thrown away.

What happens next: people at {organisation} read it and write to you. If you think this was a mistake, reply to your invitation and quote {number}: the interview can be opened again, with the time that was left. You can close the app now.</source>
        <translation>Das hat ein Mensch entschieden, kein Programm. Alles, was Sie geantwortet haben, ist angekommen und wird aufbewahrt; nichts wurde verworfen.

Wie es weitergeht: Nun lässt {organisation} alles von Menschen lesen und schreibt Ihnen. Wenn Sie das für einen Irrtum halten, antworten Sie auf Ihre Einladung und nennen Sie {number}: Das Interview kann mit der verbliebenen Zeit wieder geöffnet werden. Sie können die App jetzt schließen.</translation>
    </message>
    <message>
        <source>In an interview your answers would now be with the people who invited you. Here nothing was sent, and all of it is deleted when you go on. You can practise as often as you like.</source>
        <translation>In einem Interview wären Ihre Antworten jetzt bei den Einladenden. Hier wurde nichts gesendet, und alles wird gelöscht, wenn Sie weitergehen. Sie können üben, so oft Sie möchten.</translation>
    </message>
    <message>
        <source>There may be one more question about your last answer. If none comes within a few seconds, your interview is handed in by itself.</source>
        <translation>Vielleicht kommt noch eine Frage zu Ihrer letzten Antwort. Kommt in den nächsten Sekunden keine, wird Ihr Interview von selbst abgegeben.</translation>
    </message>
    <message>
        <source>Everything has arrived. People will read your answers; {organisation} tells you how it goes on. You can close the app now.</source>
        <translation>Alles ist angekommen. Menschen werden Ihre Antworten lesen; {organisation} teilt Ihnen mit, wie es weitergeht. Sie können die App jetzt schließen.</translation>
    </message>
    <message>
        <source>There is no connection at the moment. Your answers are safe on this computer. Keep the app open: it goes on by itself once the connection is back. You can also leave, and open the app again later, even tomorrow: it goes on sending.</source>
        <translation>Im Moment besteht keine Verbindung. Ihre Antworten sind auf diesem Computer sicher. Lassen Sie die App geöffnet: Sie macht von selbst weiter, sobald die Verbindung wieder da ist. Sie können die App auch verlassen und später wieder öffnen, sogar morgen: Sie sendet dann weiter.</translation>
    </message>
    <message>
        <source>End the practice</source>
        <translation>Übung beenden</translation>
    </message>
    <message>
        <source>Everything is in the file {name} ({size}). Give it to the people who invited you. It is sealed: only their server can read it. The app still goes on trying to send.</source>
        <translation>Alles ist in der Datei {name} ({size}). Geben Sie sie den Personen, die Sie eingeladen haben. Sie ist versiegelt: Nur deren Server kann sie lesen. Die App versucht trotzdem weiter zu senden.</translation>
    </message>
    <message>
        <source>If the connection does not come back at all, you can save everything as one sealed file, on a USB stick for example, and give it to {organisation}.</source>
        <translation>Falls die Verbindung gar nicht wiederkommt, können Sie alles als eine versiegelte Datei speichern, zum Beispiel auf einem USB-Stick, und diese an {organisation} übergeben.</translation>
    </message>
    <message>
        <source>the people who invited you</source>
        <translation>die einladende Stelle</translation>
    </message>
    <message>
        <source>Where to save the file</source>
        <translation>Wo die Datei gespeichert werden soll</translation>
    </message>
    <message>
        <source>All answers are saved. Please keep the app open until they have been sent.</source>
        <translation>Alle Antworten sind gespeichert. Bitte lassen Sie die App geöffnet, bis sie gesendet sind.</translation>
    </message>
    <message>
        <source>Switching the camera off …</source>
        <translation>Die Kamera wird ausgeschaltet …</translation>
    </message>
    <message>
        <source>Writing down what you said …</source>
        <translation>Was Sie gesagt haben, wird aufgeschrieben …</translation>
    </message>
    <message>
        <source>Closing the interview …</source>
        <translation>Das Interview wird abgeschlossen …</translation>
    </message>
</context>
<context>
    <name>GazePage</name>
    <message>
        <source>This takes about 30 seconds. A point appears at 13 places of your screen, one after the other: look at each until the next one comes. Sit as you will sit later, about an arm&apos;s length away, and keep your head fairly still. You need to press nothing.</source>
        <translation>Das dauert etwa 30 Sekunden. An 13 Stellen Ihres Bildschirms erscheint nacheinander ein Punkt: Schauen Sie jeden an, bis der nächste kommt. Sitzen Sie so, wie Sie später sitzen werden, etwa eine Armlänge entfernt, und halten Sie den Kopf möglichst ruhig. Sie müssen nichts drücken.</translation>
    </message>
    <message>
        <source>No picture is kept: only how the direction of your eyes belongs to places on the screen, and how exact that is. If you skip it, eyes are judged more carefully: less is noticed, and nothing counts against you.</source>
        <translation>Es wird kein Bild aufbewahrt: nur, wie die Richtung Ihrer Augen zu Stellen auf dem Bildschirm gehört und wie genau das ist. Wenn Sie dies überspringen, werden die Augen vorsichtiger beurteilt: Es wird weniger bemerkt, und nichts wird Ihnen angelastet.</translation>
    </message>
    <message>
        <source>This computer does not know how large your screen is, so a 14-inch one is assumed; the result says how exact that came out.</source>
        <translation>Dieser Computer weiß nicht, wie groß Ihr Bildschirm ist, daher werden 14 Zoll angenommen; das Ergebnis sagt, wie genau das war.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Where you look</source>
        <translation>Wohin Sie schauen</translation>
    </message>
    <message>
        <source>You are asked to do this once more. {why} The clock of your question stands still meanwhile, and your answer is saved.</source>
        <translation>Sie werden gebeten, dies noch einmal zu tun. {why} Die Uhr Ihrer Frage steht inzwischen still, und Ihre Antwort ist gespeichert.</translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>Ohne weitermachen</translation>
    </message>
</context>
<context>
    <name>Glow</name>
    <message>
        <source>The light of the screen changes</source>
        <translation>Das Licht des Bildschirms ändert sich</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Stopp (Esc)</translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>I need help</source>
        <translation>Ich brauche Hilfe</translation>
    </message>
    <message>
        <source>A message, a break or a person; nothing is ended by asking (F1)</source>
        <translation>Eine Nachricht, eine Pause oder ein Mensch; durch Fragen wird nichts beendet (F1)</translation>
    </message>
    <message>
        <source>The interview is paused</source>
        <translation>Das Interview ist unterbrochen</translation>
    </message>
    <message>
        <source>The clocks stand still. The camera is off, and nothing is watched or recorded. You may leave your place. Your answers are saved.

The interview goes on at this question when {whom} resumes it: stay where you can see this screen.</source>
        <translation>Die Uhren stehen still. Die Kamera ist aus, und nichts wird beobachtet oder aufgenommen. Sie dürfen Ihren Platz verlassen. Ihre Antworten sind gespeichert.

Das Interview geht bei dieser Frage weiter, wenn {whom} es fortsetzt: Bleiben Sie, wo Sie diesen Bildschirm sehen können.</translation>
    </message>
    <message>
        <source>the person in charge</source>
        <translation>die zuständige Person</translation>
    </message>
    <message>
        <source>{left} left when it goes on</source>
        <translation>Noch {left}, wenn es weitergeht</translation>
    </message>
    <message>
        <source>The screen is covered for the moment</source>
        <translation>Der Bildschirm ist im Moment verdeckt</translation>
    </message>
    <message>
        <source>Please stay at your place: the question comes back by itself as soon as {whom} uncovers it. Your answers are saved.

The clocks stand still: all the time that the screen is covered is given back to you, also without a connection. The watch goes on.

If it takes long, or you think that it is a mistake, press I need help: there you can write to {whom}, and it says whom to call.</source>
        <translation>Bitte bleiben Sie an Ihrem Platz: Die Frage kommt von selbst zurück, sobald {whom} sie aufdeckt. Ihre Antworten sind gespeichert.

Die Uhren stehen still: Die ganze Zeit, in der der Bildschirm verdeckt ist, erhalten Sie zurück, auch ohne Verbindung. Die Beobachtung geht weiter.

Wenn es lange dauert oder Sie es für einen Irrtum halten, drücken Sie „Ich brauche Hilfe“: Dort können Sie {whom} schreiben, und dort steht, wen Sie anrufen können.</translation>
    </message>
    <message>
        <source>The questions are covered for the moment</source>
        <translation>Die Fragen sind im Moment verdeckt</translation>
    </message>
    <message>
        <source>The clocks stand still meanwhile, for {length} more at most.</source>
        <translation>Die Uhren stehen währenddessen still, noch höchstens {length}.</translation>
    </message>
    <message>
        <source>The clocks go on now; a person can give you more time.</source>
        <translation>Die Uhren laufen jetzt weiter; ein Mensch kann Ihnen mehr Zeit geben.</translation>
    </message>
    <message>
        <source>The questions come back by themselves a few seconds after it is put right. Your answers are saved.

{stands}

If you cannot put it right, or think that it is a mistake, press I need help: {whom} can let you go on in spite of it.</source>
        <translation>Die Fragen kommen einige Sekunden, nachdem es behoben ist, von selbst zurück. Ihre Antworten sind gespeichert.

{stands}

Wenn Sie es nicht beheben können oder für einen Irrtum halten, drücken Sie „Ich brauche Hilfe“: {whom} kann Sie trotzdem weitermachen lassen.</translation>
    </message>
    <message>
        <source>{left} left in all</source>
        <translation>Insgesamt noch {left}</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Microphone level</source>
        <translation>Mikrofonpegel</translation>
    </message>
</context>
<context>
    <name>Listening</name>
    <message>
        <source>Recording</source>
        <translation>Aufnahme läuft</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Flag for later</source>
        <translation>Für später markieren</translation>
    </message>
    <message>
        <source>Marks this question in the overview, for yourself only</source>
        <translation>Markiert diese Frage in der Übersicht, nur für Sie selbst</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>Alle Fragen</translation>
    </message>
    <message>
        <source>Shows which questions are answered, and which are open (Ctrl+O)</source>
        <translation>Zeigt, welche Fragen beantwortet und welche offen sind (Strg+O)</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>Vorherige Frage</translation>
    </message>
    <message>
        <source>Remove the flag</source>
        <translation>Markierung entfernen</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Camera picture</source>
        <translation>Kamerabild</translation>
    </message>
    <message>
        <source>Waiting for the camera …</source>
        <translation>Warten auf die Kamera …</translation>
    </message>
</context>
<context>
    <name>ProblemPage</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Enter an invite link</source>
        <translation>Einladungslink eingeben</translation>
    </message>
    <message>
        <source>Close the app</source>
        <translation>App schließen</translation>
    </message>
    <message>
        <source>What you have answered until now is kept on this computer.</source>
        <translation>Was Sie bisher geantwortet haben, bleibt auf diesem Computer erhalten.</translation>
    </message>
    <message>
        <source>The app cannot go on by itself</source>
        <translation>Die App kann nicht von selbst weitermachen</translation>
    </message>
</context>
<context>
    <name>ProseEditor</name>
    <message>
        <source>Your answer</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>Write your answer here …</source>
        <translation>Schreiben Sie Ihre Antwort hier …</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>Done, next question</source>
        <translation>Fertig, nächste Frage</translation>
    </message>
    <message>
        <source>or press Ctrl+Enter</source>
        <translation>oder drücken Sie Strg+Enter</translation>
    </message>
    <message>
        <source>Question {n} of {count}</source>
        <translation>Frage {n} von {count}</translation>
    </message>
    <message>
        <source>{marks} marks</source>
        <translation>{marks} Punkte</translation>
    </message>
    <message>
        <source>One more question</source>
        <translation>Noch eine Frage</translation>
    </message>
    <message>
        <source>It is about your answer to question {n}. It has its own time, which is added to the whole, and no marks of its own: people read it beside that answer.</source>
        <translation>Sie bezieht sich auf Ihre Antwort auf Frage {n}. Sie hat eine eigene Zeit, die zur Gesamtzeit hinzukommt, und keine eigenen Punkte: Menschen lesen sie zusammen mit jener Antwort.</translation>
    </message>
    <message>
        <source>The time for this question is over. What you had is saved and can be read; go on with another question.</source>
        <translation>Die Zeit für diese Frage ist abgelaufen. Ihr Stand ist gespeichert und kann gelesen werden; machen Sie mit einer anderen Frage weiter.</translation>
    </message>
    <message>
        <source>The time for question {n} was over. What you had is saved; this is the next one.</source>
        <translation>Die Zeit für Frage {n} war abgelaufen. Ihr Stand ist gespeichert; dies ist die nächste.</translation>
    </message>
    <message>
        <source>Done, hand in</source>
        <translation>Fertig, abgeben</translation>
    </message>
    <message>
        <source>Hand in without reading it</source>
        <translation>Abgeben, ohne es zu lesen</translation>
    </message>
    <message>
        <source>Hand in this answer</source>
        <translation>Diese Antwort abgeben</translation>
    </message>
    <message>
        <source>Keep it, next question</source>
        <translation>Behalten, nächste Frage</translation>
    </message>
    <message>
        <source>Look over all, hand in</source>
        <translation>Alles durchsehen, abgeben</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Nächste Frage</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Play my answer</source>
        <translation>Meine Antwort abspielen</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>Ab hier abspielen</translation>
    </message>
    <message>
        <source>Plays your answer from the word at the text cursor.</source>
        <translation>Spielt Ihre Antwort ab dem Wort an der Schreibmarke ab.</translation>
    </message>
    <message>
        <source>Next unsure word</source>
        <translation>Nächstes unsicheres Wort</translation>
    </message>
    <message>
        <source>Goes to the next underlined word, so that you can play or correct it.</source>
        <translation>Springt zum nächsten unterstrichenen Wort, damit Sie es anhören oder korrigieren können.</translation>
    </message>
    <message>
        <source>What we understood</source>
        <translation>Was wir verstanden haben</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>Wiedergabe stoppen</translation>
    </message>
    <message>
        <source>Your answer cannot be played here. It is saved all the same; try another speaker under Devices.</source>
        <translation>Ihre Antwort kann hier nicht abgespielt werden. Gespeichert ist sie trotzdem; versuchen Sie unter „Geräte“ einen anderen Lautsprecher.</translation>
    </message>
    <message>
        <source>Writing down what you said …</source>
        <translation>Was Sie gesagt haben, wird aufgeschrieben …</translation>
    </message>
    <message>
        <source>Your recording is your answer, this text helps whoever reads it. Correct what was misheard; please do not add what you did not say.</source>
        <translation>Ihre Aufnahme ist Ihre Antwort; dieser Text hilft denen, die sie lesen. Korrigieren Sie, was falsch verstanden wurde; bitte fügen Sie nichts hinzu, was Sie nicht gesagt haben.</translation>
    </message>
    <message>
        <source>1 word is underlined: it was not understood for sure.</source>
        <translation>1 Wort ist unterstrichen: Es wurde nicht sicher verstanden.</translation>
    </message>
    <message>
        <source>{n} words are underlined: they were not understood for sure.</source>
        <translation>{n} Wörter sind unterstrichen: Sie wurden nicht sicher verstanden.</translation>
    </message>
</context>
<context>
    <name>SamplesPanel</name>
    <message>
        <source>Run the examples</source>
        <translation>Beispiele ausführen</translation>
    </message>
    <message>
        <source>Ctrl+R runs your code on these examples; no score comes of it</source>
        <translation>Strg+R führt Ihren Code mit diesen Beispielen aus; daraus entsteht keine Bewertung</translation>
    </message>
    <message>
        <source>Examples and their results</source>
        <translation>Beispiele und ihre Ergebnisse</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>The chosen example in full</source>
        <translation>Das gewählte Beispiel vollständig</translation>
    </message>
    <message>
        <source>Running … You can go on typing.</source>
        <translation>Wird ausgeführt … Sie können weiterschreiben.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>The compiler says</source>
        <translation>Der Compiler meldet</translation>
    </message>
    <message>
        <source>{verdict}, {ms} ms</source>
        <translation>{verdict}, {ms} ms</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Printed something else</source>
        <translation>Andere Ausgabe als erwartet</translation>
    </message>
    <message>
        <source>Took too long</source>
        <translation>Dauerte zu lange</translation>
    </message>
    <message>
        <source>Used too much memory</source>
        <translation>Brauchte zu viel Speicher</translation>
    </message>
    <message>
        <source>Printed too much</source>
        <translation>Zu viel Ausgabe</translation>
    </message>
    <message>
        <source>Stopped with an error</source>
        <translation>Mit einem Fehler abgebrochen</translation>
    </message>
    <message>
        <source>Did not compile</source>
        <translation>Nicht kompilierbar</translation>
    </message>
    <message>
        <source>Could not be run here</source>
        <translation>Konnte hier nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
</context>
<context>
    <name>Selfie</name>
    <message>
        <source>Take the picture</source>
        <translation>Bild aufnehmen</translation>
    </message>
    <message>
        <source>Use this picture</source>
        <translation>Dieses Bild verwenden</translation>
    </message>
    <message>
        <source>Take another</source>
        <translation>Neu aufnehmen</translation>
    </message>
    <message>
        <source>It shows the people who read your interview who took it. Look into the camera, with light on your face.</source>
        <translation>Es zeigt denen, die Ihr Interview lesen, wer es gemacht hat. Schauen Sie in die Kamera, mit Licht auf Ihrem Gesicht.</translation>
    </message>
    <message>
        <source>A picture of you</source>
        <translation>Ein Bild von Ihnen</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>The whole screen changes its colour slowly for a few seconds, and your face reflects it. That shows that a person sits here, not a picture. Look at the screen and keep still; no picture of it is kept.</source>
        <translation>Der ganze Bildschirm wechselt einige Sekunden lang langsam die Farbe, und Ihr Gesicht spiegelt sie wider. Das zeigt, dass hier ein Mensch sitzt und kein Bild. Schauen Sie auf den Bildschirm und halten Sie still; davon wird kein Bild aufbewahrt.</translation>
    </message>
    <message>
        <source>If changing light can harm you (photosensitivity, migraine), skip this. Skipping is noted as not done and counts as nothing else. Escape stops it at any moment.</source>
        <translation>Wenn wechselndes Licht Ihnen schaden kann (Lichtempfindlichkeit, Migräne), überspringen Sie dies. Das Überspringen wird als „nicht durchgeführt“ vermerkt und zählt sonst als nichts. Escape bricht jederzeit ab.</translation>
    </message>
    <message>
        <source>Light on your face</source>
        <translation>Licht auf Ihrem Gesicht</translation>
    </message>
    <message>
        <source>Looking at the result …</source>
        <translation>Das Ergebnis wird geprüft …</translation>
    </message>
    <message>
        <source>The picture is clear.</source>
        <translation>Das Bild ist deutlich.</translation>
    </message>
    <message>
        <source>Sending the picture …</source>
        <translation>Das Bild wird gesendet …</translation>
    </message>
    <message>
        <source>If it does not get better, use this one: a person will look at it.</source>
        <translation>Wenn es nicht besser wird, verwenden Sie dieses: Eine Person wird es sich ansehen.</translation>
    </message>
</context>
<context>
    <name>SpokenPanel</name>
    <message>
        <source>Record your answer</source>
        <translation>Ihre Antwort aufnehmen</translation>
    </message>
    <message>
        <source>Recording time so far</source>
        <translation>Bisherige Aufnahmezeit</translation>
    </message>
    <message>
        <source>You can pause while you speak. What you say is saved as you speak, also when the connection fails or the computer stops.</source>
        <translation>Sie können beim Sprechen Pausen machen. Was Sie sagen, wird schon beim Sprechen gespeichert, auch wenn die Verbindung ausfällt oder der Computer ausgeht.</translation>
    </message>
    <message>
        <source>Finished, or still thinking? Take your time: the recording goes on.</source>
        <translation>Fertig, oder denken Sie noch nach? Nehmen Sie sich Zeit: Die Aufnahme läuft weiter.</translation>
    </message>
    <message>
        <source>I am finished</source>
        <translation>Ich bin fertig</translation>
    </message>
    <message>
        <source>Still thinking</source>
        <translation>Ich denke noch nach</translation>
    </message>
    <message>
        <source>So far: {text}</source>
        <translation>Bisher: {text}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Erneut aufnehmen</translation>
    </message>
    <message>
        <source>Press Record and speak. Take a moment to think first.</source>
        <translation>Drücken Sie „Aufnehmen“ und sprechen Sie. Nehmen Sie sich vorher einen Moment zum Nachdenken.</translation>
    </message>
    <message>
        <source>Opening the microphone …</source>
        <translation>Das Mikrofon wird geöffnet …</translation>
    </message>
    <message>
        <source>Recording, attempt {n}: speak now.</source>
        <translation>Aufnahme, Versuch {n}: Sprechen Sie jetzt.</translation>
    </message>
    <message>
        <source>Saving what you said …</source>
        <translation>Was Sie gesagt haben, wird gespeichert …</translation>
    </message>
    <message>
        <source>Your answer is saved (attempt {n}).</source>
        <translation>Ihre Antwort ist gespeichert (Versuch {n}).</translation>
    </message>
    <message>
        <source> You may record it again: every attempt is kept, the last one counts.</source>
        <translation> Sie können sie erneut aufnehmen: Jeder Versuch wird aufbewahrt, der letzte zählt.</translation>
    </message>
    <message>
        <source>Attempt {n} · {length} · saved</source>
        <translation>Versuch {n} · {length} · gespeichert</translation>
    </message>
    <message>
        <source>Attempt {n} · saved</source>
        <translation>Versuch {n} · gespeichert</translation>
    </message>
</context>
<context>
    <name>Target</name>
    <message>
        <source>Look at the point</source>
        <translation>Schauen Sie auf den Punkt</translation>
    </message>
    <message>
        <source>Skip (Esc)</source>
        <translation>Überspringen (Esc)</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} von {count}</translation>
    </message>
    <message>
        <source>Working out the result …</source>
        <translation>Das Ergebnis wird berechnet …</translation>
    </message>
</context>
<context>
    <name>TextAnswer</name>
    <message>
        <source>Saving …</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Saved on this computer.</source>
        <translation>Auf diesem Computer gespeichert.</translation>
    </message>
    <message>
        <source>Your answer is saved as you type.</source>
        <translation>Ihre Antwort wird beim Schreiben gespeichert.</translation>
    </message>
    <message>
        <source>Text from other programs cannot be pasted in this interview. Please type it; what you copy inside this window can be pasted.</source>
        <translation>Text aus anderen Programmen kann in diesem Interview nicht eingefügt werden. Bitte tippen Sie ihn; was Sie in diesem Fenster kopieren, kann eingefügt werden.</translation>
    </message>
    <message>
        <source>You pasted text from another program. That is allowed here, and it is noted with your answer.</source>
        <translation>Sie haben Text aus einem anderen Programm eingefügt. Das ist hier erlaubt und wird bei Ihrer Antwort vermerkt.</translation>
    </message>
    <message>
        <source>An answer can have {n} characters. What is beyond them is shown here and is not saved.</source>
        <translation>Eine Antwort kann {n} Zeichen haben. Was darüber hinausgeht, wird hier angezeigt und nicht gespeichert.</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 Wort</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} Wörter</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>{left} left for this question</source>
        <translation>Noch {left} für diese Frage</translation>
    </message>
    <message>
        <source>{left} left in all</source>
        <translation>Insgesamt noch {left}</translation>
    </message>
    <message>
        <source>Last minute of the interview. What you have is handed in when it ends.</source>
        <translation>Letzte Minute des Interviews. Ihr Stand wird am Ende abgegeben.</translation>
    </message>
    <message>
        <source>Less than {n} minutes left in all.</source>
        <translation>Insgesamt weniger als {n} Minuten übrig.</translation>
    </message>
    <message>
        <source>Last minute for this question. What you have is saved when it ends.</source>
        <translation>Letzte Minute für diese Frage. Ihr Stand wird am Ende gespeichert.</translation>
    </message>
    <message>
        <source>Less than {n} minutes left for this question.</source>
        <translation>Weniger als {n} Minuten für diese Frage übrig.</translation>
    </message>
</context>
<context>
    <name>TranscriptEditor</name>
    <message>
        <source>Transcript of your answer</source>
        <translation>Abschrift Ihrer Antwort</translation>
    </message>
</context>
<context>
    <name>Trials</name>
    <message>
        <source>{passed} of {total} passed.</source>
        <translation>{passed} von {total} bestanden.</translation>
    </message>
    <message>
        <source>The code does not compile; what the compiler says is below.</source>
        <translation>Der Code lässt sich nicht kompilieren; die Meldung des Compilers steht unten.</translation>
    </message>
    <message>
        <source>The examples could not be run just now. That says nothing about your code.</source>
        <translation>Die Beispiele konnten gerade nicht ausgeführt werden. Das sagt nichts über Ihren Code aus.</translation>
    </message>
    <message>
        <source>The last run has not ended yet. Try again in a moment.</source>
        <translation>Der letzte Lauf ist noch nicht beendet. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>There is no connection, so nothing can be run now. Your code is saved here; go on writing, and try again later.</source>
        <translation>Es besteht keine Verbindung, daher kann jetzt nichts ausgeführt werden. Ihr Code ist hier gespeichert; schreiben Sie weiter und versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>This organisation does not run code during the interview. Your code is saved and is looked at all the same.</source>
        <translation>Diese Organisation führt während des Interviews keinen Code aus. Ihr Code ist gespeichert und wird trotzdem angesehen.</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Read this aloud</source>
        <translation>Lesen Sie dies laut vor</translation>
    </message>
    <message>
        <source>“The morning train was late, so we walked along the river and counted seven small boats.”</source>
        <translation>„Der Morgenzug hatte Verspätung, also gingen wir am Fluss entlang und zählten sieben kleine Boote.“</translation>
    </message>
    <message>
        <source>Start the interview</source>
        <translation>Interview starten</translation>
    </message>
    <message>
        <source>When you are ready</source>
        <translation>Wenn Sie bereit sind</translation>
    </message>
    <message>
        <source>Your voice</source>
        <translation>Ihre Stimme</translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation>Bereit zum Start</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Erneut aufnehmen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Press Record, read the sentence, press Stop.</source>
        <translation>Drücken Sie „Aufnehmen“, lesen Sie den Satz vor, drücken Sie „Stopp“.</translation>
    </message>
    <message>
        <source>Opening the microphone …</source>
        <translation>Das Mikrofon wird geöffnet …</translation>
    </message>
    <message>
        <source>Recording: read the sentence now.</source>
        <translation>Aufnahme läuft: Lesen Sie jetzt den Satz vor.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>{count} questions, {length} in all. The clock starts when you press the button and does not stop. Each question has its own time as well. You may look at your keyboard and think with your eyes closed.</source>
        <translation>{count} Fragen, insgesamt {length}. Die Uhr startet, wenn Sie die Schaltfläche drücken, und hält nicht an. Auch jede Frage hat ihre eigene Zeit. Sie dürfen auf Ihre Tastatur schauen und mit geschlossenen Augen nachdenken.</translation>
    </message>
    <message>
        <source>Opening the questions …</source>
        <translation>Die Fragen werden geöffnet …</translation>
    </message>
    <message>
        <source>The sample is saved.</source>
        <translation>Die Stimmprobe ist gespeichert.</translation>
    </message>
    <message>
        <source>The sample is saved, but it cannot be used to recognise your voice: {note} You can record again, or go on without.</source>
        <translation>Die Stimmprobe ist gespeichert, kann aber nicht verwendet werden, um Ihre Stimme zu erkennen: {note} Sie können erneut aufnehmen oder ohne weitermachen.</translation>
    </message>
</context>
<context>
    <name>VoiceControls</name>
    <message>
        <source>Read aloud again</source>
        <translation>Noch einmal vorlesen</translation>
    </message>
    <message>
        <source>Or press R while you are not typing.</source>
        <translation>Oder drücken Sie R, wenn Sie gerade nicht schreiben.</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Volume of the voice, in percent</source>
        <translation>Lautstärke der Stimme, in Prozent</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Being read aloud. Your clock stands still.</source>
        <translation>Wird vorgelesen. Ihre Uhr steht still.</translation>
    </message>
    <message>
        <source>Being read aloud. Your clock runs.</source>
        <translation>Wird vorgelesen. Ihre Uhr läuft.</translation>
    </message>
    <message>
        <source>The system&apos;s own voice takes another volume from the next text on.</source>
        <translation>Die Stimme des Systems übernimmt eine andere Lautstärke erst beim nächsten Text.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Go on with this interview</source>
        <translation>Mit diesem Interview weitermachen</translation>
    </message>
    <message>
        <source>You began to prepare for it here. Its clock has not started yet.</source>
        <translation>Sie haben hier begonnen, sich darauf vorzubereiten. Seine Uhr läuft noch nicht.</translation>
    </message>
    <message>
        <source>Invite link or code</source>
        <translation>Einladungslink oder Code</translation>
    </message>
    <message>
        <source>Language of this app</source>
        <translation>Sprache dieser App</translation>
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
        <source>Practise first</source>
        <translation>Erst üben</translation>
    </message>
    <message>
        <source>Three short questions without an invite; nothing is sent or kept</source>
        <translation>Drei kurze Fragen ohne Einladung; nichts wird gesendet oder aufbewahrt</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>Diesen Computer prüfen</translation>
    </message>
    <message>
        <source>Camera, light, microphone, network and more, with what to do</source>
        <translation>Kamera, Licht, Mikrofon, Netzwerk und mehr, mit dem, was zu tun ist</translation>
    </message>
    <message>
        <source>Days before your interview</source>
        <translation>Tage vor Ihrem Interview</translation>
    </message>
    <message>
        <source>Practise with three short questions: it needs no invite and no network, and nothing of it is sent or kept. Or see whether this computer is ready.</source>
        <translation>Üben Sie mit drei kurzen Fragen: ohne Einladung und ohne Netzwerk, und nichts davon wird gesendet oder aufbewahrt. Oder sehen Sie nach, ob dieser Computer bereit ist.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>This app takes you through your interview: first a short check of camera and microphone, then the questions. Have the link from your invitation ready.</source>
        <translation>Diese App führt Sie durch Ihr Interview: zuerst eine kurze Prüfung von Kamera und Mikrofon, dann die Fragen. Halten Sie den Link aus Ihrer Einladung bereit.</translation>
    </message>
    <message>
        <source>Unfinished: {title}</source>
        <translation>Nicht beendet: {title}</translation>
    </message>
    <message>
        <source>{name}, this is your interview with {organisation}</source>
        <translation>{name}, das ist Ihr Interview mit {organisation}</translation>
    </message>
    <message>
        <source>{title}: {count} questions in {length}</source>
        <translation>{title}: {count} Fragen in {length}</translation>
    </message>
    <message>
        <source>Open until {until}. The clock starts later, when you say so.</source>
        <translation>Geöffnet bis {until}. Die Uhr startet später, wenn Sie es sagen.</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <source>Opening the interview …</source>
        <translation>Das Interview wird geöffnet …</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>The camera gives no picture. Plug it in again, close other programs that use it, or choose another one.</source>
        <translation>Die Kamera liefert kein Bild. Stecken Sie sie neu ein, schließen Sie andere Programme, die sie benutzen, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Watched and sent</source>
        <translation>Beobachtet und gesendet</translation>
    </message>
    <message>
        <source>Shows what is watched now and what has left this computer (F2)</source>
        <translation>Zeigt, was jetzt beobachtet wird und was diesen Computer verlassen hat (F2)</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Says something about a moment, for whoever reviews it (F6)</source>
        <translation>Sagt etwas zu einem Moment, für alle, die ihn prüfen (F6)</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Switches camera, microphone or speaker; the clock goes on</source>
        <translation>Wechselt Kamera, Mikrofon oder Lautsprecher; die Uhr läuft weiter</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Ich brauche Hilfe</translation>
    </message>
    <message>
        <source>A message, a break or a person; nothing is ended by asking (F1)</source>
        <translation>Eine Nachricht, eine Pause oder ein Mensch; durch Fragen wird nichts beendet (F1)</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Closes the app after asking; your answers stay saved</source>
        <translation>Schließt die App nach Rückfrage; Ihre Antworten bleiben gespeichert</translation>
    </message>
    <message>
        <source>Text and contrast</source>
        <translation>Text und Kontrast</translation>
    </message>
</context>
<context>
    <name>editor</name>
    <message>
        <source>Line numbers</source>
        <translation>Zeilennummern</translation>
    </message>
</context>
<context>
    <name>preflight</name>
    <message>
        <source>Choose a larger picture in the camera&apos;s settings, or another camera.</source>
        <translation>Wählen Sie in den Einstellungen der Kamera ein größeres Bild oder eine andere Kamera.</translation>
    </message>
    <message>
        <source>Close other programs and plug in the power supply.</source>
        <translation>Schließen Sie andere Programme und das Netzteil an.</translation>
    </message>
    <message>
        <source>Close other programs that use it, open its cover, or plug it in again.</source>
        <translation>Schließen Sie andere Programme, die sie benutzen, öffnen Sie ihre Abdeckung oder stecken Sie sie neu ein.</translation>
    </message>
    <message>
        <source>Close other programs that use it, or plug it in again.</source>
        <translation>Schließen Sie andere Programme, die es benutzen, oder stecken Sie es neu ein.</translation>
    </message>
    <message>
        <source>Close other programs, plug in the power supply, or use another computer.</source>
        <translation>Schließen Sie andere Programme, schließen Sie das Netzteil an oder benutzen Sie einen anderen Computer.</translation>
    </message>
    <message>
        <source>Close programs for screen sharing and remote control before an interview.</source>
        <translation>Schließen Sie vor einem Interview Programme zum Teilen des Bildschirms und zur Fernsteuerung.</translation>
    </message>
    <message>
        <source>Close them before the interview.</source>
        <translation>Schließen Sie sie vor dem Interview.</translation>
    </message>
    <message>
        <source>Connect to a network, sign in to it where it asks for that, and let this app through the firewall (HTTPS to the server&apos;s address).</source>
        <translation>Verbinden Sie sich mit einem Netzwerk, melden Sie sich dort an, wo es danach fragt, und lassen Sie diese App durch die Firewall (HTTPS zur Adresse des Servers).</translation>
    </message>
    <message>
        <source>Free 3 GB, then try again.</source>
        <translation>Geben Sie 3 GB frei und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Free 3 GB.</source>
        <translation>Geben Sie 3 GB frei.</translation>
    </message>
    <message>
        <source>Give this person the right to write to the app&apos;s data folder.</source>
        <translation>Geben Sie dieser Person das Recht, in den Datenordner der App zu schreiben.</translation>
    </message>
    <message>
        <source>It is enough now, but a system update could use it up.</source>
        <translation>Jetzt reicht es, aber ein Systemupdate könnte den Platz aufbrauchen.</translation>
    </message>
    <message>
        <source>It is too bright to see a face.</source>
        <translation>Es ist zu hell, um ein Gesicht zu sehen.</translation>
    </message>
    <message>
        <source>It is too dark to see a face.</source>
        <translation>Es ist zu dunkel, um ein Gesicht zu sehen.</translation>
    </message>
    <message>
        <source>Move closer to the router or use a cable.</source>
        <translation>Gehen Sie näher an den Router oder benutzen Sie ein Kabel.</translation>
    </message>
    <message>
        <source>Name the server, or set the clock by itself.</source>
        <translation>Nennen Sie den Server oder lassen Sie die Uhr automatisch stellen.</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>Keine Kamera</translation>
    </message>
    <message>
        <source>No camera is connected, or the system hides it from this app.</source>
        <translation>Es ist keine Kamera angeschlossen, oder das System verbirgt sie vor dieser App.</translation>
    </message>
    <message>
        <source>No loudspeaker</source>
        <translation>Kein Lautsprecher</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>Kein Mikrofon</translation>
    </message>
    <message>
        <source>No microphone is connected, or the system hides it from this app.</source>
        <translation>Es ist kein Mikrofon angeschlossen, oder das System verbirgt es vor dieser App.</translation>
    </message>
    <message>
        <source>Add one in the settings under Time &amp; language, Speech. Questions are always shown as text too.</source>
        <translation>Fügen Sie in den Einstellungen unter „Zeit und Sprache“, „Spracheingabe“ eine hinzu. Fragen stehen immer auch als Text da.</translation>
    </message>
    <message>
        <source>Add one in the system settings under Accessibility, Spoken Content. Questions are always shown as text too.</source>
        <translation>Fügen Sie in den Systemeinstellungen unter „Bedienungshilfen“, „Gesprochene Inhalte“ eine hinzu. Fragen stehen immer auch als Text da.</translation>
    </message>
    <message>
        <source>Install espeak-ng. Questions are always shown as text too.</source>
        <translation>Installieren Sie espeak-ng. Fragen stehen immer auch als Text da.</translation>
    </message>
    <message>
        <source>No program of the app&apos;s own list runs. An interview may name more: they are looked for once its invitation is opened.</source>
        <translation>Kein Programm aus der Liste der App läuft. Ein Interview kann weitere nennen: Nach ihnen wird gesucht, sobald seine Einladung geöffnet ist.</translation>
    </message>
    <message>
        <source>No server is named here.</source>
        <translation>Hier ist kein Server genannt.</translation>
    </message>
    <message>
        <source>Nothing can be heard on this computer.</source>
        <translation>Auf diesem Computer ist nichts zu hören.</translation>
    </message>
    <message>
        <source>Paste the link from the invitation, or name the server.</source>
        <translation>Fügen Sie den Link aus der Einladung ein oder nennen Sie den Server.</translation>
    </message>
    <message>
        <source>Plug in a loudspeaker or a headset. Questions are always shown as text too.</source>
        <translation>Schließen Sie einen Lautsprecher oder ein Headset an. Fragen werden immer auch als Text gezeigt.</translation>
    </message>
    <message>
        <source>Plug one in, or allow this app to use the camera in the privacy settings.</source>
        <translation>Schließen Sie eine an oder erlauben Sie dieser App die Kamera in den Datenschutzeinstellungen.</translation>
    </message>
    <message>
        <source>Plug one in, or allow this app to use the microphone in the privacy settings.</source>
        <translation>Schließen Sie eines an oder erlauben Sie dieser App das Mikrofon in den Datenschutzeinstellungen.</translation>
    </message>
    <message>
        <source>Questions are shown as text; nothing else is needed.</source>
        <translation>Fragen werden als Text gezeigt; mehr ist nicht nötig.</translation>
    </message>
    <message>
        <source>See the line about models.</source>
        <translation>Siehe die Zeile über Modelle.</translation>
    </message>
    <message>
        <source>See the line about the camera.</source>
        <translation>Siehe die Zeile über die Kamera.</translation>
    </message>
    <message>
        <source>Switch on a lamp in front of you.</source>
        <translation>Schalten Sie vor sich eine Lampe ein.</translation>
    </message>
    <message>
        <source>Switch on setting date and time by network in the system&apos;s settings.</source>
        <translation>Schalten Sie in den Systemeinstellungen ein, dass Datum und Uhrzeit über das Netzwerk gestellt werden.</translation>
    </message>
    <message>
        <source>Take its mute switch off and raise its level in the sound settings.</source>
        <translation>Schalten Sie die Stummschaltung aus und erhöhen Sie den Pegel in den Toneinstellungen.</translation>
    </message>
    <message>
        <source>The app may not write where it keeps interviews.</source>
        <translation>Die App darf dort nicht schreiben, wo sie Interviews aufbewahrt.</translation>
    </message>
    <message>
        <source>The camera gives no picture.</source>
        <translation>Die Kamera liefert kein Bild.</translation>
    </message>
    <message>
        <source>The connection is slow; an interview works, and pages take a while.</source>
        <translation>Die Verbindung ist langsam; ein Interview funktioniert, aber Seiten brauchen eine Weile.</translation>
    </message>
    <message>
        <source>The connection is very slow.</source>
        <translation>Die Verbindung ist sehr langsam.</translation>
    </message>
    <message>
        <source>The disk is almost full.</source>
        <translation>Der Speicher ist fast voll.</translation>
    </message>
    <message>
        <source>The microphone cannot be opened.</source>
        <translation>Das Mikrofon lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The microphone delivers silence.</source>
        <translation>Das Mikrofon liefert Stille.</translation>
    </message>
    <message>
        <source>The picture is small; faces at a distance are hard to see.</source>
        <translation>Das Bild ist klein; Gesichter sind aus der Entfernung schwer zu erkennen.</translation>
    </message>
    <message>
        <source>The running programs cannot be listed here.</source>
        <translation>Die laufenden Programme lassen sich hier nicht auflisten.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The watch could not be tried.</source>
        <translation>Die Beobachtung konnte nicht ausprobiert werden.</translation>
    </message>
    <message>
        <source>The watch works at a lower rate, and the record says so.</source>
        <translation>Die Beobachtung läuft mit geringerer Rate, und das Protokoll sagt es.</translation>
    </message>
    <message>
        <source>There is no voice here that reads questions aloud.</source>
        <translation>Hier gibt es keine Stimme, die Fragen vorliest.</translation>
    </message>
    <message>
        <source>There was no picture to look at.</source>
        <translation>Es gab kein Bild zum Ansehen.</translation>
    </message>
    <message>
        <source>There was no server to compare with.</source>
        <translation>Es gab keinen Server zum Vergleichen.</translation>
    </message>
    <message>
        <source>These programs can share, record or control the screen, or help with answers.</source>
        <translation>Diese Programme können den Bildschirm teilen, aufzeichnen oder steuern oder bei Antworten helfen.</translation>
    </message>
    <message>
        <source>This computer is too slow or too busy for the watch.</source>
        <translation>Dieser Computer ist für die Beobachtung zu langsam oder zu ausgelastet.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong.</source>
        <translation>Die Uhr dieses Computers geht falsch.</translation>
    </message>
    <message>
        <source>Turn away from the window or lamp.</source>
        <translation>Wenden Sie sich vom Fenster oder von der Lampe ab.</translation>
    </message>
    <message>
        <source>Use a cable, and end downloads and calls on this network.</source>
        <translation>Benutzen Sie ein Kabel und beenden Sie Downloads und Anrufe in diesem Netzwerk.</translation>
    </message>
    <message>
        <source>Whether this computer has a voice for reading aloud cannot be told.</source>
        <translation>Ob dieser Computer eine Stimme zum Vorlesen hat, lässt sich nicht feststellen.</translation>
    </message>
    <message>
        <source>Windows has no voice here that reads questions aloud.</source>
        <translation>Windows hat hier keine Stimme, die Fragen vorliest.</translation>
    </message>
    <message>
        <source>macOS has no voice here that reads questions aloud.</source>
        <translation>macOS hat hier keine Stimme, die Fragen vorliest.</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>A part of the server is down.</source>
        <translation>Ein Teil des Servers ist ausgefallen.</translation>
    </message>
    <message>
        <source>A person will listen to the recording.</source>
        <translation>Eine Person wird sich die Aufnahme anhören.</translation>
    </message>
    <message>
        <source>Answers and events still go.</source>
        <translation>Antworten und Ereignisse werden weiterhin übertragen.</translation>
    </message>
    <message>
        <source>Ask the person who invited you for a new link.</source>
        <translation>Bitten Sie die Person, die Sie eingeladen hat, um einen neuen Link.</translation>
    </message>
    <message>
        <source>Ask the person who invited you for a new time.</source>
        <translation>Bitten Sie die Person, die Sie eingeladen hat, um einen neuen Termin.</translation>
    </message>
    <message>
        <source>Ask your administrator to update the server, or install the version in your invitation.</source>
        <translation>Bitten Sie Ihre Administration, den Server zu aktualisieren, oder installieren Sie die Version aus Ihrer Einladung.</translation>
    </message>
    <message>
        <source>Check that you copied the whole link, or ask the sender for a new one.</source>
        <translation>Prüfen Sie, ob Sie den ganzen Link kopiert haben, oder bitten Sie den Absender um einen neuen.</translation>
    </message>
    <message>
        <source>Check the address, or sign in as its owner.</source>
        <translation>Prüfen Sie die Adresse, oder melden Sie sich mit dem zugehörigen Konto an.</translation>
    </message>
    <message>
        <source>Code cannot be tried here.</source>
        <translation>Code kann hier nicht ausprobiert werden.</translation>
    </message>
    <message>
        <source>Come back at the time named in your invitation; the link stays valid.</source>
        <translation>Kommen Sie zu dem in Ihrer Einladung genannten Zeitpunkt wieder; der Link bleibt gültig.</translation>
    </message>
    <message>
        <source>Go on there, or close it there and wait a minute.</source>
        <translation>Machen Sie dort weiter, oder schließen Sie es dort und warten Sie eine Minute.</translation>
    </message>
    <message>
        <source>If that was not you, tell the person who invited you.</source>
        <translation>Falls Sie das nicht waren, sagen Sie es der Person, die Sie eingeladen hat.</translation>
    </message>
    <message>
        <source>Install the current version from the link in your invitation.</source>
        <translation>Installieren Sie die aktuelle Version über den Link in Ihrer Einladung.</translation>
    </message>
    <message>
        <source>Interviews that run go on; come back for anything new when Retry-After is over.</source>
        <translation>Laufende Interviews gehen weiter; kommen Sie für alles Neue wieder, wenn Retry-After abgelaufen ist.</translation>
    </message>
    <message>
        <source>It is too early for this interview.</source>
        <translation>Für dieses Interview ist es noch zu früh.</translation>
    </message>
    <message>
        <source>Its receipts are still there.</source>
        <translation>Die Quittungen dazu gibt es noch.</translation>
    </message>
    <message>
        <source>Later revisions are kept and marked late.</source>
        <translation>Spätere Fassungen werden aufbewahrt und als verspätet gekennzeichnet.</translation>
    </message>
    <message>
        <source>Read it once more and start again; nothing was lost.</source>
        <translation>Lesen Sie es noch einmal und beginnen Sie erneut; nichts ging verloren.</translation>
    </message>
    <message>
        <source>Reload it.</source>
        <translation>Laden Sie es neu.</translation>
    </message>
    <message>
        <source>Restart the app; your work is kept.</source>
        <translation>Starten Sie die App neu; Ihre Arbeit bleibt erhalten.</translation>
    </message>
    <message>
        <source>Send requests elsewhere until it is up; the parts are named.</source>
        <translation>Senden Sie Anfragen anderswohin, bis er wieder läuft; die Teile sind genannt.</translation>
    </message>
    <message>
        <source>Sign in and try again.</source>
        <translation>Melden Sie sich an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Something broke on our side.</source>
        <translation>Bei uns ist etwas ausgefallen.</translation>
    </message>
    <message>
        <source>Speech is not available here.</source>
        <translation>Sprache ist hier nicht verfügbar.</translation>
    </message>
    <message>
        <source>Start it first.</source>
        <translation>Starten Sie es zuerst.</translation>
    </message>
    <message>
        <source>Tell the administrator; both versions are kept.</source>
        <translation>Sagen Sie es der Administration; beide Fassungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>The interview does not stand where this is possible.</source>
        <translation>Das Interview ist nicht in einem Stand, in dem das möglich ist.</translation>
    </message>
    <message>
        <source>The interview has not been started.</source>
        <translation>Das Interview wurde noch nicht gestartet.</translation>
    </message>
    <message>
        <source>The interview is over.</source>
        <translation>Das Interview ist zu Ende.</translation>
    </message>
    <message>
        <source>The record differs from what the server holds.</source>
        <translation>Die Aufzeichnung weicht von der des Servers ab.</translation>
    </message>
    <message>
        <source>The server has no room for evidence.</source>
        <translation>Der Server hat keinen Platz für Nachweise.</translation>
    </message>
    <message>
        <source>The server is being maintained.</source>
        <translation>Der Server wird gerade gewartet.</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>Der Server ist ausgelastet.</translation>
    </message>
    <message>
        <source>The signature does not fit.</source>
        <translation>Die Signatur passt nicht.</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>Hier ist nichts.</translation>
    </message>
    <message>
        <source>This interview is open on another computer.</source>
        <translation>Dieses Interview ist auf einem anderen Computer geöffnet.</translation>
    </message>
    <message>
        <source>This interview was already handed in.</source>
        <translation>Dieses Interview wurde bereits abgegeben.</translation>
    </message>
    <message>
        <source>This invite has run out.</source>
        <translation>Diese Einladung ist abgelaufen.</translation>
    </message>
    <message>
        <source>This invite is not known here.</source>
        <translation>Diese Einladung ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>This invite was withdrawn.</source>
        <translation>Diese Einladung wurde zurückgezogen.</translation>
    </message>
    <message>
        <source>This version of Invigil is newer than the server.</source>
        <translation>Diese Version von Invigil ist neuer als der Server.</translation>
    </message>
    <message>
        <source>This version of Invigil is too old for the interview.</source>
        <translation>Diese Version von Invigil ist zu alt für das Interview.</translation>
    </message>
    <message>
        <source>Too many requests.</source>
        <translation>Zu viele Anfragen.</translation>
    </message>
    <message>
        <source>Try again shortly; nothing was lost.</source>
        <translation>Versuchen Sie es gleich noch einmal; nichts ging verloren.</translation>
    </message>
    <message>
        <source>Try again; quote the request id.</source>
        <translation>Versuchen Sie es noch einmal; nennen Sie die Anfragenummer.</translation>
    </message>
    <message>
        <source>Wait as long as Retry-After says.</source>
        <translation>Warten Sie so lange, wie Retry-After angibt.</translation>
    </message>
    <message>
        <source>What belonged to this interview was erased.</source>
        <translation>Was zu diesem Interview gehörte, wurde gelöscht.</translation>
    </message>
    <message>
        <source>What was agreed for this interview has changed since you opened it.</source>
        <translation>Was für dieses Interview vereinbart war, hat sich geändert, seit Sie es geöffnet haben.</translation>
    </message>
    <message>
        <source>Write on; your answer is kept, and it is looked at all the same.</source>
        <translation>Schreiben Sie weiter; Ihre Antwort wird aufbewahrt und trotzdem angesehen.</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>Sie sind nicht angemeldet.</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A code alone does not say which server to ask. Paste the whole link from your invitation instead.</source>
        <translation>Ein Code allein sagt nicht, welcher Server gefragt werden soll. Fügen Sie stattdessen den ganzen Link aus Ihrer Einladung ein.</translation>
    </message>
    <message>
        <source>A recording could not be saved on this computer ({detail}).</source>
        <translation>Eine Aufnahme konnte auf diesem Computer nicht gespeichert werden ({detail}).</translation>
    </message>
    <message>
        <source>Another model compares faces where there is one.</source>
        <translation>Ein anderes Modell vergleicht Gesichter, wo es eines gibt.</translation>
    </message>
    <message>
        <source>Faces, head pose and gaze are not watched, and the report says so.</source>
        <translation>Gesichter, Kopfhaltung und Blick werden nicht beobachtet, und der Bericht sagt das.</translation>
    </message>
    <message>
        <source>Head and eyes were seen clearly at {n} points only.</source>
        <translation>Kopf und Augen waren nur an {n} Punkten deutlich zu sehen.</translation>
    </message>
    <message>
        <source>Invigil may not write to {folder} ({detail}). Ask who set up this computer.</source>
        <translation>Invigil darf nicht in {folder} schreiben ({detail}). Fragen Sie, wer diesen Computer eingerichtet hat.</translation>
    </message>
    <message>
        <source>It could not be tried ({kind}).</source>
        <translation>Es konnte nicht ausprobiert werden ({kind}).</translation>
    </message>
    <message>
        <source>It does not compile.</source>
        <translation>Es lässt sich nicht übersetzen.</translation>
    </message>
    <message>
        <source>It seems to hold more than one voice. Read it again while nobody else speaks.</source>
        <translation>Es scheint mehr als eine Stimme darin zu sein. Lesen Sie noch einmal, während niemand sonst spricht.</translation>
    </message>
    <message>
        <source>It took longer than {seconds} s.</source>
        <translation>Es dauerte länger als {seconds} s.</translation>
    </message>
    <message>
        <source>It was compiled. This question has no examples to run.</source>
        <translation>Es wurde übersetzt. Zu dieser Frage gibt es keine Beispiele zum Ausführen.</translation>
    </message>
    <message>
        <source>It was too loud for the microphone. Lower its level and read the sentence again.</source>
        <translation>Es war zu laut für das Mikrofon. Stellen Sie es leiser und lesen Sie den Satz noch einmal.</translation>
    </message>
    <message>
        <source>No loudspeaker or headphones can be used. Please read along.</source>
        <translation>Weder Lautsprecher noch Kopfhörer lassen sich benutzen. Bitte lesen Sie mit.</translation>
    </message>
    <message>
        <source>No microphone can be opened. Plug one in, close other programs that use it, allow Invigil to use it in the system&apos;s privacy settings, and try again.</source>
        <translation>Kein Mikrofon lässt sich öffnen. Schließen Sie eines an, beenden Sie andere Programme, die es benutzen, erlauben Sie Invigil in den Datenschutz-Einstellungen des Systems den Zugriff und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No microphone is in use. Plug one in, choose it under Devices, and record.</source>
        <translation>Es ist kein Mikrofon in Benutzung. Schließen Sie eines an, wählen Sie es unter „Geräte“ und nehmen Sie auf.</translation>
    </message>
    <message>
        <source>No speech model is installed on this computer: a person will listen to your recording.</source>
        <translation>Auf diesem Computer ist kein Sprachmodell installiert: Ein Mensch hört Ihre Aufnahme an.</translation>
    </message>
    <message>
        <source>No speech was heard in this recording. You can play it, or record it again.</source>
        <translation>In dieser Aufnahme war keine Sprache zu hören. Sie können sie abspielen oder noch einmal aufnehmen.</translation>
    </message>
    <message>
        <source>Nobody is compared with the selfie, and the report says so.</source>
        <translation>Niemand wird mit dem Selfie verglichen, und der Bericht sagt das.</translation>
    </message>
    <message>
        <source>Nobody is said to be another speaker, and a second voice is only hinted at by a measure without weights.</source>
        <translation>Von niemandem wird gesagt, dass jemand anderes spricht; auf eine zweite Stimme deutet nur ein Maß ohne Modell hin.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Check the microphone under Devices and try again.</source>
        <translation>Es wurde nichts aufgenommen. Prüfen Sie das Mikrofon unter „Geräte“ und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Only the signs of life in the landmarks tell a picture from a person.</source>
        <translation>Nur Lebenszeichen in den Gesichtspunkten unterscheiden ein Bild von einem Menschen.</translation>
    </message>
    <message>
        <source>Paste the link from your invitation here.</source>
        <translation>Fügen Sie hier den Link aus Ihrer Einladung ein.</translation>
    </message>
    <message>
        <source>People in the background are not watched, only a second face near the camera.</source>
        <translation>Menschen im Hintergrund werden nicht beobachtet, nur ein zweites Gesicht nahe der Kamera.</translation>
    </message>
    <message>
        <source>Phones, books and further screens are not watched, and the report says so.</source>
        <translation>Telefone, Bücher und weitere Bildschirme werden nicht beobachtet, und der Bericht sagt das.</translation>
    </message>
    <message>
        <source>Running: {names}</source>
        <translation>Läuft: {names}</translation>
    </message>
    <message>
        <source>Sound does not work on this computer because PortAudio is missing. Install the package libportaudio2 and start Invigil again.</source>
        <translation>Ton funktioniert auf diesem Computer nicht, weil PortAudio fehlt. Installieren Sie das Paket libportaudio2 und starten Sie Invigil neu.</translation>
    </message>
    <message>
        <source>Spoken answers are not transcribed, a person listens to them.</source>
        <translation>Gesprochene Antworten werden nicht verschriftlicht, ein Mensch hört sie an.</translation>
    </message>
    <message>
        <source>The answer did not come from an Invigil server. If this network asks you to sign in first, open a web page, sign in there, and try again.</source>
        <translation>Die Antwort kam nicht von einem Invigil-Server. Falls dieses Netz zuerst eine Anmeldung verlangt, öffnen Sie eine Webseite, melden Sie sich dort an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The app was restarted before the transcript was made; a person listens.</source>
        <translation>Die App wurde neu gestartet, bevor der Text fertig war; ein Mensch hört zu.</translation>
    </message>
    <message>
        <source>The camera gave no picture. Check it under Devices and take another.</source>
        <translation>Die Kamera lieferte kein Bild. Prüfen Sie sie unter „Geräte“ und nehmen Sie ein neues auf.</translation>
    </message>
    <message>
        <source>The camera stopped in the middle.</source>
        <translation>Die Kamera fiel mittendrin aus.</translation>
    </message>
    <message>
        <source>The disk of this computer is full, so the last step could not be saved. Free some space; everything before it is safe, and you can go on from here.</source>
        <translation>Die Festplatte dieses Computers ist voll, der letzte Schritt konnte nicht gespeichert werden. Schaffen Sie Platz; alles davor ist sicher, und Sie können hier weitermachen.</translation>
    </message>
    <message>
        <source>The end of this link is missing. Copy the whole link from your invitation, up to its last character.</source>
        <translation>Das Ende dieses Links fehlt. Kopieren Sie den ganzen Link aus Ihrer Einladung, bis zum letzten Zeichen.</translation>
    </message>
    <message>
        <source>The file could not be written ({detail}). Choose another folder.</source>
        <translation>Die Datei konnte nicht geschrieben werden ({detail}). Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The gaze was {degrees} degrees off on average; more than {limit} is no use.</source>
        <translation>Der Blick lag im Mittel {degrees} Grad daneben; mehr als {limit} ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>The interview could not be saved on this computer ({detail}). Check that the disk is there and that you may write to {folder}, then try again.</source>
        <translation>Das Interview konnte auf diesem Computer nicht gespeichert werden ({detail}). Prüfen Sie, ob das Laufwerk da ist und Sie in {folder} schreiben dürfen, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The interview saved on this computer is damaged. Nothing was deleted: its files are kept in {folder}. Open your invitation link again to go on from what the server already holds, and tell the person who invited you.</source>
        <translation>Das auf diesem Computer gespeicherte Interview ist beschädigt. Nichts wurde gelöscht: Seine Dateien liegen in {folder}. Öffnen Sie Ihren Einladungslink noch einmal, um mit dem weiterzumachen, was der Server schon hat, und sagen Sie es der Person, die Sie eingeladen hat.</translation>
    </message>
    <message>
        <source>The key of this interview is in the key store of this computer, which does not give it now. Unlock the key store, as signing in to this computer does, and try again. Everything recorded so far is safe.</source>
        <translation>Der Schlüssel dieses Interviews liegt im Schlüsselspeicher dieses Computers, der ihn gerade nicht herausgibt. Entsperren Sie den Schlüsselspeicher, wie es die Anmeldung am Computer tut, und versuchen Sie es noch einmal. Alles bisher Aufgezeichnete ist sicher.</translation>
    </message>
    <message>
        <source>The last step could not be saved on this computer. Close the app and open it again; everything saved before is safe.</source>
        <translation>Der letzte Schritt konnte auf diesem Computer nicht gespeichert werden. Schließen Sie die App und öffnen Sie sie wieder; alles vorher Gespeicherte ist sicher.</translation>
    </message>
    <message>
        <source>The microphone gives no sound at all. Check whether it is muted, or choose another.</source>
        <translation>Das Mikrofon liefert gar keinen Ton. Prüfen Sie, ob es stummgeschaltet ist, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The recording could not be decoded here: a person will listen to it.</source>
        <translation>Die Aufnahme konnte hier nicht entschlüsselt werden: Ein Mensch hört sie an.</translation>
    </message>
    <message>
        <source>The saved interviews cannot be read on this computer.</source>
        <translation>Die gespeicherten Interviews können auf diesem Computer nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check your network connection and try again.</source>
        <translation>Der Server ist nicht erreichbar. Prüfen Sie Ihre Netzverbindung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server does not answer in time. Check your network connection and try again.</source>
        <translation>Der Server antwortet nicht rechtzeitig. Prüfen Sie Ihre Netzverbindung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is not signed with the key of your interview. Your work is kept on this computer; tell the person who invited you.</source>
        <translation>Die Antwort des Servers ist nicht mit dem Schlüssel Ihres Interviews signiert. Ihre Arbeit bleibt auf diesem Computer; sagen Sie es der Person, die Sie eingeladen hat.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted on this computer. Check the date and time of this computer; in a company network, ask your IT department.</source>
        <translation>Dem Zertifikat des Servers wird auf diesem Computer nicht vertraut. Prüfen Sie Datum und Uhrzeit; fragen Sie in einem Firmennetz Ihre IT-Abteilung.</translation>
    </message>
    <message>
        <source>The speech model stopped unexpectedly: a person will listen to your recording.</source>
        <translation>Das Sprachmodell brach unerwartet ab: Ein Mensch hört Ihre Aufnahme an.</translation>
    </message>
    <message>
        <source>The speech model was not sure of any word: a person will listen to your recording.</source>
        <translation>Das Sprachmodell war sich bei keinem Wort sicher: Ein Mensch hört Ihre Aufnahme an.</translation>
    </message>
    <message>
        <source>The terms of this interview are not signed by its server. Open the link again; if this stays, tell the person who invited you.</source>
        <translation>Die Bedingungen dieses Interviews sind nicht von seinem Server signiert. Öffnen Sie den Link noch einmal; bleibt es dabei, sagen Sie es der Person, die Sie eingeladen hat.</translation>
    </message>
    <message>
        <source>The transcript took too long; a person listens.</source>
        <translation>Die Verschriftlichung dauerte zu lange; ein Mensch hört zu.</translation>
    </message>
    <message>
        <source>The version it names cannot be read.</source>
        <translation>Die angegebene Version ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The voice sample could not be looked at.</source>
        <translation>Die Stimmprobe konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>The {name} model cannot be used: {detail}</source>
        <translation>Das Modell {name} ist nicht benutzbar: {detail}</translation>
    </message>
    <message>
        <source>The {name} model is not on this machine.</source>
        <translation>Das Modell {name} ist nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>There is a lot of noise. Close the window, switch off what hums, or use a headset.</source>
        <translation>Es ist sehr laut im Hintergrund. Schließen Sie das Fenster, schalten Sie aus, was brummt, oder nehmen Sie ein Headset.</translation>
    </message>
    <message>
        <source>There is no saved interview here. Open your invitation link to begin.</source>
        <translation>Hier ist kein Interview gespeichert. Öffnen Sie Ihren Einladungslink, um zu beginnen.</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>Es kam nicht rechtzeitig eine Antwort.</translation>
    </message>
    <message>
        <source>There was too little speech. Read the whole sentence aloud once more.</source>
        <translation>Es war zu wenig zu hören. Lesen Sie den ganzen Satz noch einmal laut vor.</translation>
    </message>
    <message>
        <source>This computer has no voice for reading aloud (install espeak-ng). Please read along.</source>
        <translation>Dieser Computer hat keine Stimme zum Vorlesen (installieren Sie espeak-ng). Bitte lesen Sie mit.</translation>
    </message>
    <message>
        <source>This computer has no voice that reads questions aloud. Please read along.</source>
        <translation>Dieser Computer hat keine Stimme, die Fragen vorliest. Bitte lesen Sie mit.</translation>
    </message>
    <message>
        <source>This device is no longer there. Plug it in again or choose another.</source>
        <translation>Dieses Gerät ist nicht mehr da. Stecken Sie es wieder ein oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>This interview is already open in another Invigil window on this computer. Go on there, or close it first.</source>
        <translation>Dieses Interview ist auf diesem Computer schon in einem anderen Invigil-Fenster offen. Machen Sie dort weiter oder schließen Sie es zuerst.</translation>
    </message>
    <message>
        <source>This interview was already begun here. Resume it instead.</source>
        <translation>Dieses Interview wurde hier schon begonnen. Setzen Sie es stattdessen fort.</translation>
    </message>
    <message>
        <source>This interview was saved by a newer version of Invigil. Install that version to go on.</source>
        <translation>Dieses Interview wurde von einer neueren Version von Invigil gespeichert. Installieren Sie diese, um weiterzumachen.</translation>
    </message>
    <message>
        <source>This interview was saved by another version of the app. Nothing is lost: install the version that your invitation names and open it again.</source>
        <translation>Dieses Interview wurde von einer anderen Version der App gespeichert. Nichts ist verloren: Installieren Sie die Version, die Ihre Einladung nennt, und öffnen Sie sie wieder.</translation>
    </message>
    <message>
        <source>This is how questions will sound.</source>
        <translation>So werden die Fragen klingen.</translation>
    </message>
    <message>
        <source>This is neither an invitation link nor a code. Copy the whole link from your invitation and paste it here.</source>
        <translation>Das ist weder ein Einladungslink noch ein Code. Kopieren Sie den ganzen Link aus Ihrer Einladung und fügen Sie ihn hier ein.</translation>
    </message>
    <message>
        <source>This link is not protected (it begins with http://). Ask the person who invited you for a link that begins with https://.</source>
        <translation>Dieser Link ist nicht geschützt (er beginnt mit http://). Bitten Sie die Person, die Sie eingeladen hat, um einen Link, der mit https:// beginnt.</translation>
    </message>
    <message>
        <source>This link names no server. Copy the whole link from your invitation.</source>
        <translation>Dieser Link nennt keinen Server. Kopieren Sie den ganzen Link aus Ihrer Einladung.</translation>
    </message>
    <message>
        <source>This machine does not hold the interview (any more). Open your invitation again.</source>
        <translation>Dieser Computer hält das Interview nicht (mehr). Öffnen Sie Ihre Einladung noch einmal.</translation>
    </message>
    <message>
        <source>To have it, make it with `{command}`.</source>
        <translation>Hergestellt wird es mit `{command}`.</translation>
    </message>
    <message>
        <source>To have it, put {places} into a folder named by {variable}.</source>
        <translation>Legen Sie dafür {places} in einen Ordner, den {variable} nennt.</translation>
    </message>
    <message>
        <source>To have it, run `python -m client.models fetch {name}`.</source>
        <translation>Geholt wird es mit `python -m client.models fetch {name}`.</translation>
    </message>
    <message>
        <source>Transcripts are off for this interview.</source>
        <translation>Die Verschriftlichung ist in diesem Interview ausgeschaltet.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell your IT department what this line says.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es so, sagen Sie Ihrer IT-Abteilung, was in dieser Zeile steht.</translation>
    </message>
    <message>
        <source>Voice activity is off: faster-whisper, which carries its model, is not installed; voices are not listened to.</source>
        <translation>Die Spracherkennung im Raum ist aus: faster-whisper, das ihr Modell mitbringt, ist nicht installiert; Stimmen werden nicht beobachtet.</translation>
    </message>
    <message>
        <source>We could not run it. This says nothing about your code; try again.</source>
        <translation>Wir konnten es nicht ausführen. Das sagt nichts über Ihren Code; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>You are hard to hear. Move closer to the microphone or raise its level.</source>
        <translation>Sie sind schwer zu hören. Rücken Sie näher ans Mikrofon oder stellen Sie es lauter.</translation>
    </message>
    <message>
        <source>You are too loud for the microphone. Lower its level or move back a little.</source>
        <translation>Sie sind zu laut für das Mikrofon. Stellen Sie es leiser oder rücken Sie etwas zurück.</translation>
    </message>
    <message>
        <source>You were hard to hear. Move closer to the microphone and read the sentence again.</source>
        <translation>Sie waren schwer zu hören. Rücken Sie näher ans Mikrofon und lesen Sie den Satz noch einmal.</translation>
    </message>
    <message>
        <source>Your eyes could not be seen clearly.</source>
        <translation>Ihre Augen waren nicht deutlich zu sehen.</translation>
    </message>
    <message>
        <source>Your voice could not be learned in time.</source>
        <translation>Ihre Stimme konnte nicht rechtzeitig gelernt werden.</translation>
    </message>
    <message>
        <source>brightness {percent}</source>
        <translation>Helligkeit {percent}</translation>
    </message>
    <message>
        <source>within a second of the server</source>
        <translation>auf eine Sekunde gleich mit dem Server</translation>
    </message>
    <message>
        <source>{gb} GB free</source>
        <translation>{gb} GB frei</translation>
    </message>
    <message>
        <source>{looks} looks a second, {n} cores</source>
        <translation>{looks} Blicke pro Sekunde, {n} Kerne</translation>
    </message>
    <message>
        <source>{name} could not be loaded and is off.</source>
        <translation>{name} konnte nicht geladen werden und ist aus.</translation>
    </message>
    <message>
        <source>{name} failed again and again and is off.</source>
        <translation>{name} ist immer wieder ausgefallen und ist aus.</translation>
    </message>
    <message>
        <source>{name}, loudest {dbfs} dBFS</source>
        <translation>{name}, lauteste Stelle {dbfs} dBFS</translation>
    </message>
    <message>
        <source>{name}, {width} × {height}</source>
        <translation>{name}, {width} × {height}</translation>
    </message>
    <message>
        <source>{name}, {width} × {height}, {fps} pictures a second</source>
        <translation>{name}, {width} × {height}, {fps} Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>{n} cores</source>
        <translation>{n} Kerne</translation>
    </message>
    <message>
        <source>{n} models are not here; an interview works without them.</source>
        <translation>{n} Modelle sind nicht hier; ein Interview geht auch ohne sie.</translation>
    </message>
    <message>
        <source>{n} of the models that are needed are not here: what needs them is not watched.</source>
        <translation>{n} der benötigten Modelle sind nicht hier: Was sie braucht, wird nicht beobachtet.</translation>
    </message>
    <message>
        <source>{n} of {total} examples were run: together they took too long.</source>
        <translation>{n} von {total} Beispielen wurden ausgeführt: Zusammen dauerten sie zu lange.</translation>
    </message>
    <message>
        <source>{seconds} s ahead of the server</source>
        <translation>{seconds} s vor dem Server</translation>
    </message>
    <message>
        <source>{seconds} s behind the server</source>
        <translation>{seconds} s hinter dem Server</translation>
    </message>
    <message>
        <source>{server} answers in {ms} ms</source>
        <translation>{server} antwortet in {ms} ms</translation>
    </message>
    <message>
        <source>{server} does not answer</source>
        <translation>{server} antwortet nicht</translation>
    </message>
</context>
</TS>
