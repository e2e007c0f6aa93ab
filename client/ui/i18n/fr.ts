<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>All questions</source>
        <translation>Toutes les questions</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>Which moment</source>
        <translation>Quel moment</translation>
    </message>
    <message>
        <source>For example: the doorbell rang.</source>
        <translation>Par exemple&#xa0;: on a sonné à la porte.</translation>
    </message>
    <message>
        <source>What you want to say about it</source>
        <translation>Ce que vous voulez en dire</translation>
    </message>
    <message>
        <source>Did something happen that could be misread? Say it in your own words: a person who looks at this moment reads it there. It stops no clock and changes nothing else.</source>
        <translation>S’est-il passé quelque chose qui pourrait être mal compris&#xa0;? Dites-le avec vos propres mots&#xa0;: la personne qui examine ce moment le lira à cet endroit. Cela n’arrête aucun chronomètre et ne change rien d’autre.</translation>
    </message>
    <message>
        <source>Explain a moment</source>
        <translation>Expliquer un moment</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Add to my record</source>
        <translation>Ajouter à mon dossier</translation>
    </message>
    <message>
        <source>Now, {time} into the interview</source>
        <translation>Maintenant, {time} après le début de l’entretien</translation>
    </message>
    <message>
        <source>Added. You can add more, or go back.</source>
        <translation>Ajouté. Vous pouvez en ajouter d’autres ou revenir en arrière.</translation>
    </message>
    <message>
        <source>something was heard</source>
        <translation>quelque chose a été entendu</translation>
    </message>
    <message>
        <source>the computer was slow</source>
        <translation>l’ordinateur était lent</translation>
    </message>
    <message>
        <source>something about the picture</source>
        <translation>quelque chose concernant l’image</translation>
    </message>
    <message>
        <source>Since {start}: {what}</source>
        <translation>Depuis {start}&#xa0;: {what}</translation>
    </message>
    <message>
        <source>From {start} to {end}: {what}</source>
        <translation>De {start} à {end}&#xa0;: {what}</translation>
    </message>
    <message>
        <source>The time of a question runs only while it is open. When it is over, the question can still be read.</source>
        <translation>Le temps d’une question ne s’écoule que lorsqu’elle est ouverte. Une fois ce temps écoulé, la question peut encore être lue.</translation>
    </message>
    <message>
        <source>The questions come one after the other; what is done cannot be changed.</source>
        <translation>Les questions se suivent une par une&#xa0;; ce qui est terminé ne peut plus être modifié.</translation>
    </message>
    <message>
        <source>Hand in now?</source>
        <translation>Rendre maintenant&#xa0;?</translation>
    </message>
    <message>
        <source>Hand in now</source>
        <translation>Rendre maintenant</translation>
    </message>
    <message>
        <source>Go on answering</source>
        <translation>Continuer à répondre</translation>
    </message>
    <message>
        <source>After this nothing can be changed any more.</source>
        <translation>Après cela, plus rien ne peut être modifié.</translation>
    </message>
    <message>
        <source>Question {n}</source>
        <translation>Question {n}</translation>
    </message>
    <message>
        <source>spoken</source>
        <translation>oral</translation>
    </message>
    <message>
        <source>written</source>
        <translation>écrit</translation>
    </message>
    <message>
        <source>code</source>
        <translation>code</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>réponse donnée</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>pas encore de réponse</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>marquée</translation>
    </message>
    <message>
        <source>time is over, for reading only</source>
        <translation>temps écoulé, lecture seule</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>reste {left}</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>non ouverte</translation>
    </message>
    <message>
        <source>you are here</source>
        <translation>vous êtes ici</translation>
    </message>
    <message>
        <source>{n} of {count} questions are answered.</source>
        <translation>Questions avec réponse&#xa0;: {n} sur {count}.</translation>
    </message>
    <message>
        <source>1 is flagged.</source>
        <translation>1 est marquée.</translation>
    </message>
    <message>
        <source>{n} are flagged.</source>
        <translation>{n} sont marquées.</translation>
    </message>
    <message>
        <source>Your face is not clear in it.</source>
        <translation>Votre visage n’y est pas net.</translation>
    </message>
    <message>
        <source>Please take another.</source>
        <translation>Veuillez en prendre une autre.</translation>
    </message>
    <message>
        <source>No face is in the picture. Sit in front of the camera and take another.</source>
        <translation>Aucun visage n’apparaît sur l’image. Asseyez-vous devant la caméra et prenez-en une autre.</translation>
    </message>
    <message>
        <source>There is more than one face in the picture. Be alone in it and take another.</source>
        <translation>Il y a plus d’un visage sur l’image. Faites en sorte que personne d’autre n’y figure et prenez-en une autre.</translation>
    </message>
    <message>
        <source>The picture is too dark. Turn on a light in front of you and take another.</source>
        <translation>L’image est trop sombre. Allumez une lumière devant vous et prenez-en une autre.</translation>
    </message>
    <message>
        <source>The picture is blurred. Hold still and take another.</source>
        <translation>L’image est floue. Restez immobile et prenez-en une autre.</translation>
    </message>
    <message>
        <source>Your face is turned away. Look straight into the camera and take another.</source>
        <translation>Votre visage est tourné. Regardez droit vers la caméra et prenez-en une autre.</translation>
    </message>
    <message>
        <source>Calibrated: your gaze is known to about {exact}.</source>
        <translation>Calibrage effectué&#xa0;: votre regard est connu à environ {exact} près.</translation>
    </message>
    <message>
        <source>That was not precise enough: about {exact}.</source>
        <translation>Ce n’était pas assez précis&#xa0;: environ {exact}.</translation>
    </message>
    <message>
        <source>That did not work. {reason}</source>
        <translation>Cela n’a pas fonctionné. {reason}</translation>
    </message>
    <message>
        <source>You can try once more or go on without.</source>
        <translation>Vous pouvez réessayer une fois ou continuer sans.</translation>
    </message>
    <message>
        <source>You can go on without.</source>
        <translation>Vous pouvez continuer sans.</translation>
    </message>
    <message>
        <source>an unknown distance</source>
        <translation>une distance inconnue</translation>
    </message>
    <message>
        <source>1 degree</source>
        <translation>1 degré</translation>
    </message>
    <message>
        <source>{n} degrees</source>
        <translation>{n} degrés</translation>
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
        <translation>Un message sur votre entretien</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>J’ai lu ceci</translation>
    </message>
    <message>
        <source>You have {length} more, for this question and in all.</source>
        <translation>Vous avez {length} de plus, pour cette question et au total.</translation>
    </message>
    <message>
        <source>Your interview was opened again. All your answers are still here; it goes on where you stopped.</source>
        <translation>Votre entretien a été rouvert. Toutes vos réponses sont encore là&#xa0;; il reprend là où il s’était arrêté.</translation>
    </message>
    <message>
        <source>A person lets you go on, this once. This was found on your computer, and it no longer covers the questions: {what}. If anything else is found, they are covered again.</source>
        <translation>Une personne vous laisse continuer, cette fois-ci. Ceci a été trouvé sur votre ordinateur et ne masque plus les questions&#xa0;: {what}. Si autre chose est trouvé, elles seront de nouveau masquées.</translation>
    </message>
    <message>
        <source>Something about your interview was changed.</source>
        <translation>Quelque chose a été modifié dans votre entretien.</translation>
    </message>
    <message>
        <source>The clocks stand still while you read this, for {length} at most.</source>
        <translation>Les chronomètres sont arrêtés pendant que vous lisez ceci, {length} au plus.</translation>
    </message>
    <message>
        <source>It is dark. Turn on a light in front of you.</source>
        <translation>Il fait sombre. Allumez une lumière devant vous.</translation>
    </message>
    <message>
        <source>It is very bright. Turn away from the window or lamp.</source>
        <translation>Il y a beaucoup de lumière. Détournez-vous de la fenêtre ou de la lampe.</translation>
    </message>
    <message>
        <source>Looking for your face …</source>
        <translation>Recherche de votre visage…</translation>
    </message>
    <message>
        <source>No face is in the picture. Sit in front of the camera.</source>
        <translation>Aucun visage n’apparaît à l’image. Asseyez-vous devant la caméra.</translation>
    </message>
    <message>
        <source>Your face is well in the picture.</source>
        <translation>Votre visage est bien cadré.</translation>
    </message>
    <message>
        <source>There is more than one face in the picture. Be alone, please.</source>
        <translation>Il y a plus d’un visage à l’image. Personne d’autre que vous ne doit y figurer, s’il vous plaît.</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} secondes</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} minutes</translation>
    </message>
    <message>
        <source>{h} hours {m} minutes</source>
        <translation>{h} heures {m} minutes</translation>
    </message>
    <message>
        <source>Not watched here: {list}</source>
        <translation>Non observé ici&#xa0;: {list}</translation>
    </message>
    <message>
        <source>The camera gives no picture. Plug it in again, close other programs that use it, or choose another under Devices. You can go on meanwhile; the time without picture is noted.</source>
        <translation>La caméra ne donne pas d’image. Rebranchez-la, fermez les autres programmes qui l’utilisent ou choisissez-en une autre sous «&#xa0;Appareils&#xa0;». Vous pouvez continuer entre-temps&#xa0;; la durée sans image est notée.</translation>
    </message>
    <message>
        <source>No microphone can be heard. Plug it in again, or choose another under Devices. What you said until now is saved, and a recording goes on once you are heard again.</source>
        <translation>Aucun son ne vient du microphone. Rebranchez-le ou choisissez-en un autre sous «&#xa0;Appareils&#xa0;». Ce que vous avez dit jusqu’ici est enregistré, et un enregistrement reprend dès qu’on vous entend à nouveau.</translation>
    </message>
    <message>
        <source>There is no connection. Just go on: your answers are kept on this computer and go up by themselves when the connection is back.</source>
        <translation>Il n’y a pas de connexion. Continuez simplement&#xa0;: vos réponses sont conservées sur cet ordinateur et seront transmises d’elles-mêmes au retour de la connexion.</translation>
    </message>
    <message>
        <source>The disk of this computer is full. Free some space now; what was saved is safe.</source>
        <translation>Le disque de cet ordinateur est plein. Libérez maintenant de l’espace&#xa0;; ce qui a été enregistré est en sécurité.</translation>
    </message>
    <message>
        <source>The camera watch stopped and is being started again. Just go on.</source>
        <translation>L’observation par la caméra s’est arrêtée et est en train de redémarrer. Continuez simplement.</translation>
    </message>
    <message>
        <source>The battery is nearly empty. Plug the charger in now. If the computer stops, start it again and open the app: it comes back to this question.</source>
        <translation>La batterie est presque vide. Branchez le chargeur maintenant. Si l’ordinateur s’arrête, redémarrez-le et ouvrez l’application&#xa0;: elle revient à cette question.</translation>
    </message>
    <message>
        <source>This computer is busy. Close other programs if you can; your answers are safe.</source>
        <translation>Cet ordinateur est très sollicité. Fermez d’autres programmes si vous le pouvez&#xa0;; vos réponses sont en sécurité.</translation>
    </message>
    <message>
        <source>Your words to the people in charge</source>
        <translation>Votre message aux responsables</translation>
    </message>
    <message>
        <source>In your own words …</source>
        <translation>Avec vos propres mots…</translation>
    </message>
    <message>
        <source>Write to the people in charge of the interview</source>
        <translation>Écrivez aux responsables de l’entretien</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>You wrote a message at {time}.</source>
        <translation>Vous avez écrit un message à {time}.</translation>
    </message>
    <message>
        <source>You asked for a break at {time}.</source>
        <translation>Vous avez demandé une pause à {time}.</translation>
    </message>
    <message>
        <source>You called for help at {time}.</source>
        <translation>Vous avez appelé à l’aide à {time}.</translation>
    </message>
    <message>
        <source>You left at {time}.</source>
        <translation>Vous avez quitté l’entretien à {time}.</translation>
    </message>
    <message>
        <source>A person has reacted to it.</source>
        <translation>Une personne y a réagi.</translation>
    </message>
    <message>
        <source>There is no connection: it is kept here and sent as soon as there is one. If it is urgent, use another device.</source>
        <translation>Il n’y a pas de connexion&#xa0;: le message est conservé ici et sera envoyé dès qu’il y en aura une. Si c’est urgent, utilisez un autre appareil.</translation>
    </message>
    <message>
        <source>Nobody has answered yet; an answer appears here by itself.</source>
        <translation>Personne n’a encore répondu&#xa0;; une réponse apparaîtra ici d’elle-même.</translation>
    </message>
    <message>
        <source>Nobody has answered yet; an answer appears here by itself. The clock goes on until then.</source>
        <translation>Personne n’a encore répondu&#xa0;; une réponse apparaîtra ici d’elle-même. D’ici là, le chronomètre continue.</translation>
    </message>
    <message>
        <source>This is practice: nobody reads what you write here, and nothing of it is sent. In an interview it reaches the people in charge.</source>
        <translation>Ceci est un entraînement&#xa0;: personne ne lit ce que vous écrivez ici, et rien n’en est envoyé. Lors d’un entretien, cela parvient aux responsables.</translation>
    </message>
    <message>
        <source>the person who invited you</source>
        <translation>la personne qui vous invite</translation>
    </message>
    <message>
        <source>Quote this number: {id}</source>
        <translation>Indiquez ce numéro&#xa0;: {id}</translation>
    </message>
    <message>
        <source>The clocks stand still while the interview is paused.</source>
        <translation>Les chronomètres sont arrêtés tant que l’entretien est en pause.</translation>
    </message>
    <message>
        <source>The clocks stand still while the screen is covered.</source>
        <translation>Les chronomètres sont arrêtés tant que l’écran est masqué.</translation>
    </message>
    <message>
        <source>The clock goes on meanwhile; say so, and they can give you time back.</source>
        <translation>Le chronomètre continue entre-temps&#xa0;; signalez-le, et du temps pourra vous être rendu.</translation>
    </message>
    <message>
        <source>The clock has not started yet.</source>
        <translation>Le chronomètre n’a pas encore démarré.</translation>
    </message>
    <message>
        <source>If nobody answers here: reply to your invitation, or call {whom} by another device. {number}

{going}

If the camera or microphone stopped: open Devices above and choose it again.
If the connection is gone: just go on; answers are kept here and sent later.
If the computer must be restarted: do it; the app comes back to this question.</source>
        <translation>Si personne ne répond ici&#xa0;: répondez à votre invitation, ou appelez avec un autre appareil {whom}. {number}

{going}

Si la caméra ou le microphone s’est arrêté&#xa0;: ouvrez «&#xa0;Appareils&#xa0;» ci-dessus et choisissez-le de nouveau.
Si la connexion est coupée&#xa0;: continuez simplement&#xa0;; les réponses sont conservées ici et envoyées plus tard.
Si l’ordinateur doit être redémarré&#xa0;: faites-le&#xa0;; l’application revient à cette question.</translation>
    </message>
    <message>
        <source>Keys: F1 opens this help, F2 what is watched and sent, F6 explains a moment. Ctrl and + or − changes the size of the text, F4 the contrast. R reads the question again, Ctrl and Enter finishes an answer, Ctrl and O shows all questions. In code, Ctrl and F finds, F3 goes on to the next place, Shift and F3 back to the one before.</source>
        <translation>Touches&#xa0;: F1 ouvre cette aide, F2 ce qui est observé et envoyé, F6 explique un moment. Ctrl et + ou − change la taille du texte, F4 le contraste. R relit la question, Ctrl et Entrée termine une réponse, Ctrl et O montre toutes les questions. Dans le code, Ctrl et F cherche, F3 va à l’endroit suivant, Maj et F3 au précédent.</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>Envoyer le message</translation>
    </message>
    <message>
        <source>Those in charge read it as soon as one of them looks. Answers appear as a note.</source>
        <translation>Les responsables le lisent dès que l’un d’eux regarde. Les réponses apparaissent sous forme de message.</translation>
    </message>
    <message>
        <source>Ask for a break</source>
        <translation>Demander une pause</translation>
    </message>
    <message>
        <source>A person decides. Until they pause the interview, clock and watch go on.</source>
        <translation>Une personne décide. Tant qu’elle n’a pas mis l’entretien en pause, le chronomètre et l’observation continuent.</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>Appeler à l’aide</translation>
    </message>
    <message>
        <source>Shows those in charge at once that you need a person. Nothing is ended by it.</source>
        <translation>Montre aussitôt aux responsables que vous avez besoin d’une personne. Cela ne met fin à rien.</translation>
    </message>
    <message>
        <source>Nothing has left this computer yet.</source>
        <translation>Rien n’a encore quitté cet ordinateur.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Combien de fois</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Dernier envoi</translation>
    </message>
    <message>
        <source>What has left this computer</source>
        <translation>Ce qui a quitté cet ordinateur</translation>
    </message>
    <message>
        <source>Counted here as it leaves, also when something had to be sent again. Everything is encrypted on its way.</source>
        <translation>Compté ici au moment du départ, y compris ce qui a dû être renvoyé. Tout est chiffré pendant le trajet.</translation>
    </message>
    <message>
        <source>What a real interview would have sent</source>
        <translation>Ce qu’un véritable entretien aurait envoyé</translation>
    </message>
    <message>
        <source>This is practice. Camera and microphone are used as in an interview, and everything stays on this computer.</source>
        <translation>Ceci est un entraînement. La caméra et le microphone sont utilisés comme lors d’un entretien, et tout reste sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The interview is paused: nothing is watched or recorded now.</source>
        <translation>L’entretien est en pause&#xa0;: rien n’est observé ni enregistré en ce moment.</translation>
    </message>
    <message>
        <source>Watching has ended. What is not sent yet is being sent.</source>
        <translation>L’observation est terminée. Ce qui n’est pas encore envoyé est en cours d’envoi.</translation>
    </message>
    <message>
        <source>Your camera picture is shown only to you. Until the first question nothing is kept but the checks of your devices and what you take yourself.</source>
        <translation>L’image de votre caméra n’est montrée qu’à vous. Jusqu’à la première question, rien n’est conservé, sauf les vérifications de vos appareils et ce que vous prenez vous-même.</translation>
    </message>
    <message>
        <source>Camera and microphone are watched now, on this computer.</source>
        <translation>La caméra et le microphone sont maintenant observés, sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The camera gives no picture; the microphone is watched.</source>
        <translation>La caméra ne donne pas d’image&#xa0;; le microphone est observé.</translation>
    </message>
    <message>
        <source>Your answer is being recorded.</source>
        <translation>Votre réponse est en cours d’enregistrement.</translation>
    </message>
    <message>
        <source>A small still picture is sent every ten seconds.</source>
        <translation>Une petite image fixe est envoyée toutes les dix secondes.</translation>
    </message>
    <message>
        <source>A person who accompanies the interview may look through your camera; a line at the top of this window says so while somebody does.</source>
        <translation>Une personne qui accompagne l’entretien peut regarder par votre caméra&#xa0;; une ligne en haut de cette fenêtre l’indique tant que quelqu’un le fait.</translation>
    </message>
    <message>
        <source>A person who accompanies your interview is looking through your camera now. They see the picture and hear nothing; nothing of it is kept.</source>
        <translation>Une personne qui accompagne votre entretien regarde en ce moment par votre caméra. Elle voit l’image et n’entend rien&#xa0;; rien n’en est conservé.</translation>
    </message>
    <message>
        <source>This is practice: nothing of it was sent, and nothing of it is kept.</source>
        <translation>Ceci est un entraînement&#xa0;: rien n’en a été envoyé, et rien n’en est conservé.</translation>
    </message>
    <message>
        <source>Nothing waits: the server has confirmed all of it.</source>
        <translation>Rien n’est en attente&#xa0;: le serveur a tout confirmé.</translation>
    </message>
    <message>
        <source>Still on this computer only: {n} entries and recordings, {size}.</source>
        <translation>Encore uniquement sur cet ordinateur&#xa0;: {n} entrées et enregistrements, {size}.</translation>
    </message>
    <message>
        <source>{n} bytes</source>
        <translation>{n} octets</translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation>{n} ko</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} Mo</translation>
    </message>
    <message>
        <source>Your answers as text, and when you opened and ended questions</source>
        <translation>Vos réponses sous forme de texte, et le moment où vous avez ouvert et terminé les questions</translation>
    </message>
    <message>
        <source>What was noted by the watch, as times and figures</source>
        <translation>Ce que l’observation a noté, sous forme d’heures et de chiffres</translation>
    </message>
    <message>
        <source>What you agreed to, asked and explained</source>
        <translation>Ce que vous avez accepté, demandé et expliqué</translation>
    </message>
    <message>
        <source>Steps of the interview, checks, and the state of this computer</source>
        <translation>Les étapes de l’entretien, les vérifications et l’état de cet ordinateur</translation>
    </message>
    <message>
        <source>Recordings of your voice</source>
        <translation>Les enregistrements de votre voix</translation>
    </message>
    <message>
        <source>Your selfie, and pictures kept of what was noted</source>
        <translation>Votre selfie et les images conservées de ce qui a été noté</translation>
    </message>
    <message>
        <source>Face and voice as numbers, to compare with</source>
        <translation>Le visage et la voix sous forme de nombres, pour la comparaison</translation>
    </message>
    <message>
        <source>Small still pictures for those who watch live</source>
        <translation>De petites images fixes pour les personnes qui regardent en direct</translation>
    </message>
    <message>
        <source>The live picture of your camera, each time that a person looked</source>
        <translation>L’image en direct de votre caméra, chaque fois qu’une personne a regardé</translation>
    </message>
    <message>
        <source>Signs of life: that the app runs, and how busy this computer is</source>
        <translation>Des signes de vie&#xa0;: que l’application fonctionne et à quel point cet ordinateur est sollicité</translation>
    </message>
    <message>
        <source>Opening, starting and handing in the interview</source>
        <translation>L’ouverture, le démarrage et la remise de l’entretien</translation>
    </message>
    <message>
        <source>Open lines, on which only the server speaks</source>
        <translation>Des lignes ouvertes, sur lesquelles seul le serveur parle</translation>
    </message>
    <message>
        <source>Whether a phone, a book or a second screen is seen.</source>
        <translation>Si un téléphone, un livre ou un second écran est visible.</translation>
    </message>
    <message>
        <source>Whether the camera is covered, frozen or unplugged.</source>
        <translation>Si la caméra est masquée, figée ou débranchée.</translation>
    </message>
    <message>
        <source>This computer, during the questions: whether programs for remote control, recording or help with answers run, whether other windows lie over this one, and which displays and input devices there are.</source>
        <translation>Cet ordinateur, pendant les questions&#xa0;: si des programmes de contrôle à distance, d’enregistrement ou d’aide aux réponses tournent, si d’autres fenêtres recouvrent celle-ci, et quels écrans et périphériques d’entrée sont présents.</translation>
    </message>
    <message>
        <source>Covers the questions until it is put right or a person lets you go on: {list}. The time is given back up to {n} seconds; nothing is ended by it.</source>
        <translation>Masque les questions jusqu’à ce que ce soit réglé ou qu’une personne vous laisse continuer&#xa0;: {list}. Le temps est rendu jusqu’à {n} secondes&#xa0;; rien n’est terminé pour autant.</translation>
    </message>
    <message>
        <source>What is watched on this computer</source>
        <translation>Ce qui est observé sur cet ordinateur</translation>
    </message>
    <message>
        <source>What leaves this computer, encrypted</source>
        <translation>Ce qui quitte cet ordinateur, chiffré</translation>
    </message>
    <message>
        <source>What never leaves it</source>
        <translation>Ce qui ne le quitte jamais</translation>
    </message>
    <message>
        <source>Video: but for that small still picture, it is looked at here and forgotten.</source>
        <translation>Vidéo&#xa0;: hormis cette petite image fixe, elle est regardée ici puis oubliée.</translation>
    </message>
    <message>
        <source>Video: the picture is looked at here and forgotten.</source>
        <translation>Vidéo&#xa0;: l’image est regardée ici puis oubliée.</translation>
    </message>
    <message>
        <source>Sound beside your recordings: heard here and forgotten, never written down.</source>
        <translation>Le son en dehors de vos enregistrements&#xa0;: entendu ici puis oublié, jamais transcrit.</translation>
    </message>
    <message>
        <source>Also during the questions: whether another program puts something into the clipboard (never what), and whether the way to the network changes.</source>
        <translation>Également pendant les questions&#xa0;: si un autre programme place quelque chose dans le presse-papiers (jamais quoi), et si l’accès au réseau change.</translation>
    </message>
    <message>
        <source>Your other files, what your other programs show or hold, your passwords.</source>
        <translation>Vos autres fichiers, ce que montrent ou contiennent vos autres programmes, vos mots de passe.</translation>
    </message>
    <message>
        <source>Your other files, your other programs, your passwords.</source>
        <translation>Vos autres fichiers, vos autres programmes, vos mots de passe.</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>Qui décide</translation>
    </message>
    <message>
        <source>People. Nothing that is noticed ends the interview or lowers a mark by itself.</source>
        <translation>Des personnes. Rien de ce qui est remarqué ne met fin à l’entretien ni ne baisse une note de soi-même.</translation>
    </message>
    <message>
        <source>No guess is made about your feelings, honesty or character.</source>
        <translation>Aucune supposition n’est faite sur vos sentiments, votre honnêteté ou votre caractère.</translation>
    </message>
    <message>
        <source>Answers, recordings and pictures are erased after {n} days; your name and your marks when their time is over.</source>
        <translation>Les réponses, enregistrements et images sont effacés après {n} jours&#xa0;; votre nom et vos notes lorsque leur durée est écoulée.</translation>
    </message>
    <message>
        <source>Any other video: but for that small still picture and those live looks, it is looked at here and forgotten. No video is kept anywhere.</source>
        <translation>Toute autre vidéo&#xa0;: hormis cette petite image fixe et ces regards en direct, elle est regardée ici puis oubliée. Aucune vidéo n’est conservée nulle part.</translation>
    </message>
    <message>
        <source>Any other video: but for those live looks, it is looked at here and forgotten. No video is kept anywhere.</source>
        <translation>Toute autre vidéo&#xa0;: hormis ces regards en direct, elle est regardée ici puis oubliée. Aucune vidéo n’est conservée nulle part.</translation>
    </message>
    <message>
        <source>This window stays in front of all others. If another one takes the keyboard, this one takes it back, and when that was is noted.</source>
        <translation>Cette fenêtre reste devant toutes les autres. Si une autre prend le clavier, celle-ci le reprend, et le moment est noté.</translation>
    </message>
    <message>
        <source>This window stays in front of all others, and keys that switch programs or take pictures of the screen do nothing. When one is pressed, or another window takes the keyboard, that is noted.</source>
        <translation>Cette fenêtre reste devant toutes les autres, et les touches qui changent de programme ou prennent des captures d’écran ne font rien. Quand on en presse une, ou qu’une autre fenêtre prend le clavier, cela est noté.</translation>
    </message>
    <message>
        <source>What is held while the interview runs</source>
        <translation>Ce qui est bloqué pendant l’entretien</translation>
    </message>
    <message>
        <source>The clipboard is emptied at the start and at the end.</source>
        <translation>Le presse-papiers est vidé au début et à la fin.</translation>
    </message>
    <message>
        <source>You can leave at any time by the button above. At the end, and also after a crash, your computer is set back as it was.</source>
        <translation>Vous pouvez quitter à tout moment par le bouton ci-dessus. À la fin, et aussi après un plantage, votre ordinateur est remis comme il était.</translation>
    </message>
    <message>
        <source>Comparing your face and voice by computer</source>
        <translation>Comparaison de votre visage et de votre voix par ordinateur</translation>
    </message>
    <message>
        <source>Your face and voice as numbers, made from selfie and voice sample: like a fingerprint, encrypted, and for this interview only.</source>
        <translation>Votre visage et votre voix sous forme de nombres, tirés du selfie et de l’échantillon de voix&#xa0;: comme une empreinte digitale, chiffrés, et pour cet entretien seulement.</translation>
    </message>
    <message>
        <source>Comparing your face by computer</source>
        <translation>Comparaison de votre visage par ordinateur</translation>
    </message>
    <message>
        <source>Your face as numbers, made from selfie: like a fingerprint, encrypted, and for this interview only.</source>
        <translation>Votre visage sous forme de nombres, tirés du selfie&#xa0;: comme une empreinte digitale, chiffrés, et pour cet entretien seulement.</translation>
    </message>
    <message>
        <source>Comparing your voice by computer</source>
        <translation>Comparaison de votre voix par ordinateur</translation>
    </message>
    <message>
        <source>Your voice as numbers, made from voice sample: like a fingerprint, encrypted, and for this interview only.</source>
        <translation>Votre voix sous forme de nombres, tirés de l’échantillon de voix&#xa0;: comme une empreinte digitale, chiffrés, et pour cet entretien seulement.</translation>
    </message>
    <message>
        <source>You may say no and go on: then a person checks who you are.</source>
        <translation>Vous pouvez dire non et continuer&#xa0;: une personne vérifie alors qui vous êtes.</translation>
    </message>
    <message>
        <source>This interview needs it. If you do not want it, choose Leave above and ask the person who invited you for a way without: then a person checks who you are.</source>
        <translation>Cet entretien l’exige. Si vous ne le souhaitez pas, choisissez «&#xa0;Quitter&#xa0;» ci-dessus et demandez à la personne qui vous a invité une solution sans cela&#xa0;: une personne vérifie alors qui vous êtes.</translation>
    </message>
    <message>
        <source>You can take a yes back at any time, also on your invitation&apos;s page: the numbers are destroyed.</source>
        <translation>Vous pouvez revenir sur un oui à tout moment, aussi sur la page de votre invitation&#xa0;: les nombres sont alors détruits.</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The code of the language that this file translates into, such as de. It goes into the record.</extracomment>
        <translation>fr</translation>
    </message>
    <message>
        <source>No picture of you goes to them, and none of your name unless you say it in an answer.</source>
        <translation>Aucune image de vous ne leur parvient, ni votre nom, sauf si vous le dites dans une réponse.</translation>
    </message>
    <message>
        <source>Who else gets your answers</source>
        <translation>Qui d’autre reçoit vos réponses</translation>
    </message>
    <message>
        <source>The texts of your answers, by the server: to a language model at {host}, which proposes marks and may write further questions. A person decides.</source>
        <translation>Les textes de vos réponses, par le serveur : à un modèle de langage chez {host}, qui propose des points et peut rédiger d’autres questions. Une personne décide.</translation>
    </message>
    <message>
        <source>Recordings that this computer cannot write down, by the server: to a service at {host}, which turns them into text.</source>
        <translation>Les enregistrements que cet ordinateur ne peut pas transcrire, par le serveur : à un service chez {host}, qui les transforme en texte.</translation>
    </message>
    <message>
        <source>Your typed answers as you write, and the recordings of your spoken answers.</source>
        <translation>Vos réponses tapées au fur et à mesure, et les enregistrements de vos réponses orales.</translation>
    </message>
    <message>
        <source>Your selfie and your voice sample, so that a person can tell who took the interview.</source>
        <translation>Votre selfie et votre échantillon de voix, pour qu’une personne puisse savoir qui a passé l’entretien.</translation>
    </message>
    <message>
        <source>Your selfie, so that a person can tell who took the interview.</source>
        <translation>Votre selfie, pour qu’une personne puisse savoir qui a passé l’entretien.</translation>
    </message>
    <message>
        <source>Your voice sample, so that a person can tell who took the interview.</source>
        <translation>Votre échantillon de voix, pour qu’une personne puisse savoir qui a passé l’entretien.</translation>
    </message>
    <message>
        <source>How exact the gaze calibration was, if you made it.</source>
        <translation>La précision du calibrage du regard, si vous l’avez fait.</translation>
    </message>
    <message>
        <source>A list of what was noticed, with times. No score comes from it.</source>
        <translation>Une liste de ce qui a été remarqué, avec les heures. Aucune note n’en découle.</translation>
    </message>
    <message>
        <source>Names of such programs, windows with their titles, and devices, where they were noticed.</source>
        <translation>Les noms de ces programmes, des fenêtres avec leurs titres et des appareils, lorsqu’ils ont été remarqués.</translation>
    </message>
    <message>
        <source>Names of such programs, windows and devices, where they were noticed.</source>
        <translation>Les noms de ces programmes, fenêtres et appareils, lorsqu’ils ont été remarqués.</translation>
    </message>
    <message>
        <source>At most {n} small pictures an hour, each belonging to an entry of that list.</source>
        <translation>Au plus {n} petites images par heure, chacune liée à une entrée de cette liste.</translation>
    </message>
    <message>
        <source>A small still picture of the camera every ten seconds, for a person who accompanies the interview. Only the newest is kept, and none after the end.</source>
        <translation>Une petite image fixe de la caméra toutes les dix secondes, pour une personne qui accompagne l’entretien. Seule la plus récente est conservée, et aucune après la fin.</translation>
    </message>
    <message>
        <source>The camera&apos;s picture, live and without sound, while a person who accompanies the interview looks through it. You are told each time and for as long as somebody looks; each look is on record and the picture is not kept.</source>
        <translation>L’image de la caméra, en direct et sans le son, pendant qu’une personne qui accompagne l’entretien regarde. Vous en êtes averti chaque fois et aussi longtemps que quelqu’un regarde&#xa0;; chaque regard est consigné et l’image n’est pas conservée.</translation>
    </message>
    <message>
        <source>Whether your face is in the picture, whether it is the one of the selfie.</source>
        <translation>Si votre visage est dans l’image et s’il est celui du selfie.</translation>
    </message>
    <message>
        <source>Whether your face is in the picture, whether it is the one of the selfie, and whether anybody else is.</source>
        <translation>Si votre visage est dans l’image, s’il est celui du selfie et si quelqu’un d’autre y est.</translation>
    </message>
    <message>
        <source>Whether your face is in the picture.</source>
        <translation>Si votre visage est dans l’image.</translation>
    </message>
    <message>
        <source>Whether your face is in the picture, and whether anybody else is.</source>
        <translation>Si votre visage est dans l’image et si quelqu’un d’autre y est.</translation>
    </message>
    <message>
        <source>Whether your head is turned away from the screen.</source>
        <translation>Si votre tête est détournée de l’écran.</translation>
    </message>
    <message>
        <source>Whether your head or your eyes are turned away from the screen.</source>
        <translation>Si votre tête ou vos yeux sont détournés de l’écran.</translation>
    </message>
    <message>
        <source>Whether your head or your eyes are turned away from the screen, coarsely.</source>
        <translation>Si votre tête ou vos yeux sont détournés de l’écran, de façon approximative.</translation>
    </message>
    <message>
        <source>Your microphone: recorded only while you record an answer or the voice sample.</source>
        <translation>Votre microphone&#xa0;: enregistré seulement pendant que vous enregistrez une réponse ou l’échantillon de voix.</translation>
    </message>
    <message>
        <source>Your microphone: recorded only while you record an answer.</source>
        <translation>Votre microphone&#xa0;: enregistré seulement pendant que vous enregistrez une réponse.</translation>
    </message>
    <message>
        <source>It is listened to for speech, a second voice and loudspeakers during the questions.</source>
        <translation>Pendant les questions, il est écouté pour repérer de la parole, une seconde voix et des haut-parleurs.</translation>
    </message>
    <message>
        <source>It is listened to for speech and loudspeakers during the questions.</source>
        <translation>Pendant les questions, il est écouté pour repérer de la parole et des haut-parleurs.</translation>
    </message>
    <message>
        <source>It is listened to for a second voice and loudspeakers during the questions.</source>
        <translation>Pendant les questions, il est écouté pour repérer une seconde voix et des haut-parleurs.</translation>
    </message>
    <message>
        <source>It is listened to for a second voice during the questions.</source>
        <translation>Pendant les questions, il est écouté pour repérer une seconde voix.</translation>
    </message>
    <message>
        <source>It is listened to for loudspeakers during the questions.</source>
        <translation>Pendant les questions, il est écouté pour repérer des haut-parleurs.</translation>
    </message>
    <message>
        <source>Practice: nothing is sent, and nothing is kept when it ends.</source>
        <translation>Entraînement&#xa0;: rien n’est envoyé, et rien n’est conservé à la fin.</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>Parler</translation>
    </message>
    <message>
        <source>What do you like to do on a free day?</source>
        <translation>Qu’aimez-vous faire un jour libre&#xa0;?</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>Describe in two or three sentences how you make tea or coffee.</source>
        <translation>Décrivez en deux ou trois phrases comment vous préparez du thé ou du café.</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Coder</translation>
    </message>
    <message>
        <source>Write a function total(numbers) that returns the sum of a list of numbers.</source>
        <translation>Écrivez une fonction total(numbers) qui renvoie la somme d’une liste de nombres.</translation>
    </message>
    <message>
        <source>three numbers</source>
        <translation>trois nombres</translation>
    </message>
    <message>
        <source>Practice interview</source>
        <translation>Entretien d’entraînement</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>In practice no code is run. In an interview the server runs it, and its output is shown here.</source>
        <translation>À l’entraînement, aucun code n’est exécuté. Lors d’un entretien, le serveur l’exécute et sa sortie s’affiche ici.</translation>
    </message>
    <message>
        <source>The invite is not used here: {why}</source>
        <translation>L’invitation n’est pas utilisée ici&#xa0;: {why}</translation>
    </message>
    <message>
        <source>The signed report was sent: the people who invited you can read it.</source>
        <translation>Le rapport signé a été envoyé&#xa0;: les personnes qui vous ont invité peuvent le lire.</translation>
    </message>
    <message>
        <source>The report was not sent: {why}</source>
        <translation>Le rapport n’a pas été envoyé&#xa0;: {why}</translation>
    </message>
    <message>
        <source>The signed report is in the file {name}.</source>
        <translation>Le rapport signé est dans le fichier {name}.</translation>
    </message>
    <message>
        <source>The file cannot be written: {why}</source>
        <translation>Le fichier ne peut pas être écrit&#xa0;: {why}</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 entrée</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} entrées</translation>
    </message>
    <message>
        <source>1 recording or picture</source>
        <translation>1 enregistrement ou image</translation>
    </message>
    <message>
        <source>{n} recordings and pictures</source>
        <translation>{n} enregistrements et images</translation>
    </message>
    <message>
        <source>Still to send: {what} ({size}).</source>
        <translation>Reste à envoyer&#xa0;: {what} ({size}).</translation>
    </message>
    <message>
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>Send the report</source>
        <translation>Envoyer le rapport</translation>
    </message>
    <message>
        <source>The people who invited you can read it; it decides nothing by itself</source>
        <translation>Les personnes qui vous ont invité peuvent le lire&#xa0;; il ne décide rien de lui-même</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>Enregistrer dans un fichier …</translation>
    </message>
    <message>
        <source>Is this computer ready?</source>
        <translation>Cet ordinateur est-il prêt&#xa0;?</translation>
    </message>
    <message>
        <source>This takes about half a minute. The camera is opened for a moment and two seconds are listened to; neither picture nor sound is kept or sent.</source>
        <translation>Cela prend environ une demi-minute. La caméra est ouverte un instant et deux secondes sont écoutées&#xa0;; ni image ni son ne sont conservés ou envoyés.</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>Checking: {n} of {total} done</source>
        <translation>Vérification&#xa0;: {n} sur {total} faites</translation>
    </message>
    <message>
        <source>checking …</source>
        <translation>en cours …</translation>
    </message>
    <message>
        <source>Where to save the file</source>
        <translation>Où enregistrer le fichier</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Horloge</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>Autres programmes</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Lumière</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Haut-parleurs</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>What to do: {cure}</source>
        <translation>Que faire&#xa0;: {cure}</translation>
    </message>
    <message>
        <source>Nothing was checked.</source>
        <translation>Rien n’a été vérifié.</translation>
    </message>
    <message>
        <source>This computer is ready.</source>
        <translation>Cet ordinateur est prêt.</translation>
    </message>
    <message>
        <source>Not ready yet: {failed} failed, {unsure} unknown.</source>
        <translation>Pas encore prêt&#xa0;: {failed} en échec, {unsure} inconnus.</translation>
    </message>
    <message>
        <source>Nothing failed, but {unsure} could not be told.</source>
        <translation>Rien n’a échoué, mais {unsure} n’a pas pu être déterminé.</translation>
    </message>
    <message>
        <source>What was found on this computer</source>
        <translation>Ce qui a été constaté sur cet ordinateur</translation>
    </message>
    <message>
        <source>Nothing to be noted: {names}.</source>
        <translation>Rien à signaler : {names}.</translation>
    </message>
    <message>
        <source>{name}: cannot be told ({why}).</source>
        <translation>{name} : impossible à déterminer ({why}).</translation>
    </message>
    <message>
        <source>{name}: {found}. A person looks at it; nothing else follows.</source>
        <translation>{name} : {found}. Une personne l’examine ; rien d’autre n’en découle.</translation>
    </message>
    <message>
        <source>programs</source>
        <translation>programmes</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>fenêtres</translation>
    </message>
    <message>
        <source>displays</source>
        <translation>écrans</translation>
    </message>
    <message>
        <source>kind of computer</source>
        <translation>type d’ordinateur</translation>
    </message>
    <message>
        <source>remote control</source>
        <translation>contrôle à distance</translation>
    </message>
    <message>
        <source>screen recording</source>
        <translation>enregistrement de l’écran</translation>
    </message>
    <message>
        <source>camera and microphone</source>
        <translation>caméra et microphone</translation>
    </message>
    <message>
        <source>this app itself</source>
        <translation>cette application elle-même</translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation>clavier</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>presse-papiers</translation>
    </message>
    <message>
        <source>way to the network</source>
        <translation>accès au réseau</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>horloge</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>disque</translation>
    </message>
    <message>
        <source>a program that is not allowed in this interview</source>
        <translation>un programme qui n’est pas autorisé dans cet entretien</translation>
    </message>
    <message>
        <source>another or a mirrored display</source>
        <translation>un autre écran ou un écran dupliqué</translation>
    </message>
    <message>
        <source>a connection from afar to this computer</source>
        <translation>une connexion à distance à cet ordinateur</translation>
    </message>
    <message>
        <source>a recording or sharing of the screen</source>
        <translation>un enregistrement ou un partage de l’écran</translation>
    </message>
    <message>
        <source>keys that lead out of this app and cannot be held here</source>
        <translation>des touches qui font sortir de cette application et ne peuvent pas être retenues ici</translation>
    </message>
    <message>
        <source>Close it, also where it only runs in the background.</source>
        <translation>Fermez-le, même s’il ne tourne qu’en arrière-plan.</translation>
    </message>
    <message>
        <source>Unplug it or switch it off, and end the mirroring.</source>
        <translation>Débranchez-le ou éteignez-le, et arrêtez la duplication.</translation>
    </message>
    <message>
        <source>End that connection, and sit at the computer itself.</source>
        <translation>Mettez fin à cette connexion, et installez-vous devant l’ordinateur lui-même.</translation>
    </message>
    <message>
        <source>Stop it in the program that does it.</source>
        <translation>Arrêtez-le dans le programme qui le fait.</translation>
    </message>
    <message>
        <source>You cannot put that right here: press I need help, and a person decides.</source>
        <translation>Vous ne pouvez pas régler cela ici&#xa0;: appuyez sur «&#xa0;J’ai besoin d’aide&#xa0;», et une personne décidera.</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Ctrl and −</source>
        <translation>Ctrl et −</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Ctrl and +</source>
        <translation>Ctrl et +</translation>
    </message>
    <message>
        <source>Strong contrast (F4)</source>
        <translation>Contraste fort (F4)</translation>
    </message>
    <message>
        <source>Both are remembered on this computer.</source>
        <translation>Les deux sont mémorisés sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Text and contrast</source>
        <translation>Texte et contraste</translation>
    </message>
    <message>
        <source>Size of the text: {percent} %</source>
        <translation>Taille du texte&#xa0;: {percent} %</translation>
    </message>
</context>
<context>
    <name>Cameras</name>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Your answers are saved on this computer, but some have not reached the server. Stay until they have, or open the app again later: it goes on sending by itself.</source>
        <translation>Vos réponses sont enregistrées sur cet ordinateur, mais certaines ne sont pas encore arrivées au serveur. Restez jusqu’à ce qu’elles arrivent, ou rouvrez l’application plus tard&#xa0;: elle continue l’envoi d’elle-même.</translation>
    </message>
    <message>
        <source>The interview has not started and nothing is lost. Open the app again to go on before the time named in your invitation.</source>
        <translation>L’entretien n’a pas commencé et rien n’est perdu. Rouvrez l’application pour continuer avant l’heure indiquée dans votre invitation.</translation>
    </message>
    <message>
        <source>Your answers are saved and the clocks stand still. You need not leave the app for a break. If you do, open it again before the interview goes on: it returns to this question. Those in charge are told that you left.</source>
        <translation>Vos réponses sont enregistrées et les chronomètres sont arrêtés. Vous n’avez pas besoin de quitter l’application pour une pause. Si vous le faites, rouvrez-la avant la reprise de l’entretien&#xa0;: elle revient à cette question. Les responsables sont informés de votre départ.</translation>
    </message>
    <message>
        <source>The practice ends here. Nothing of it was sent, and nothing is kept.</source>
        <translation>L’entraînement se termine ici. Rien n’en a été envoyé, et rien n’est conservé.</translation>
    </message>
    <message>
        <source>Your answers are saved. The clock goes on while you are away, and those in charge are told that you left. Until the time is over you can come back: open the app again, and it returns to this question. Leaving does not hand the interview in.</source>
        <translation>Vos réponses sont enregistrées. Le chronomètre continue pendant votre absence, et les responsables sont informés de votre départ. Tant que le temps n’est pas écoulé, vous pouvez revenir&#xa0;: rouvrez l’application, et elle revient à cette question. Quitter ne rend pas l’entretien.</translation>
    </message>
    <message>
        <source>What is watched and sent</source>
        <translation>Ce qui est observé et envoyé</translation>
    </message>
    <message>
        <source>Stop comparing my face and voice</source>
        <translation>Ne plus comparer mon visage et ma voix</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>The numbers made from your face and voice are destroyed, here and on the server, and nothing is compared any more. The interview goes on as before, and a person checks who you are. This cannot be undone in this interview.</source>
        <translation>Les nombres tirés de votre visage et de votre voix sont détruits, ici et sur le serveur, et plus rien n’est comparé. L’entretien continue comme avant, et une personne vérifie qui vous êtes. Cela ne peut pas être annulé dans cet entretien.</translation>
    </message>
    <message>
        <source>Stop comparing?</source>
        <translation>Ne plus comparer&#xa0;?</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Ne plus comparer</translation>
    </message>
    <message>
        <source>Camera, microphone and speaker</source>
        <translation>Caméra, microphone et haut-parleur</translation>
    </message>
    <message>
        <source>Leave now?</source>
        <translation>Quitter maintenant&#xa0;?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
</context>
<context>
    <name>CodeEditor</name>
    <message>
        <source>Your code</source>
        <translation>Votre code</translation>
    </message>
    <message>
        <source>Tab indents. Press Escape and then Tab to leave the editor. Ctrl+F searches, Ctrl+G goes to a line, Ctrl+slash makes comments.</source>
        <translation>Tab indente. Appuyez sur Escape puis sur Tab pour quitter l’éditeur. Ctrl+F recherche, Ctrl+G va à une ligne, Ctrl+barre oblique met en commentaire.</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Close brackets</source>
        <translation>Fermer les parenthèses</translation>
    </message>
    <message>
        <source>A bracket or quote brings its other half</source>
        <translation>Une parenthèse ou un guillemet amène son autre moitié</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Ctrl+F finds, Ctrl+H replaces, Ctrl+G goes to a line</source>
        <translation>Ctrl+F recherche, Ctrl+H remplace, Ctrl+G va à une ligne</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Ctrl+/ makes the selected lines comments, or code again</source>
        <translation>Ctrl+/ met les lignes sélectionnées en commentaire, ou les remet en code</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>I have read this and I agree.</source>
        <translation>J’ai lu ceci et j’accepte.</translation>
    </message>
    <message>
        <source>A computer may compare my face and voice.</source>
        <translation>Un ordinateur peut comparer mon visage et ma voix.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Before you agree</source>
        <translation>Avant d’accepter</translation>
    </message>
    <message>
        <source>This computer watches during the interview so that no person has to. Look this up at any time under “Watched and sent”.</source>
        <translation>Pendant l’entretien, cet ordinateur observe pour qu’aucune personne n’ait à le faire. Vous pouvez le consulter à tout moment sous «&#xa0;Observé et envoyé&#xa0;».</translation>
    </message>
    <message>
        <source>If you do not agree, choose Leave above: no picture or sound was kept.</source>
        <translation>Si vous n’acceptez pas, choisissez «&#xa0;Quitter&#xa0;» ci-dessus&#xa0;: aucune image ni aucun son n’a été conservé.</translation>
    </message>
    <message>
        <source>A computer may compare my face.</source>
        <translation>Un ordinateur peut comparer mon visage.</translation>
    </message>
    <message>
        <source>A computer may compare my voice.</source>
        <translation>Un ordinateur peut comparer ma voix.</translation>
    </message>
    <message>
        <source>Left empty, a person checks who you are instead.</source>
        <translation>Si vous ne cochez pas cette case, une personne vérifie qui vous êtes.</translation>
    </message>
    <message>
        <source>This interview needs it: for a way without, ask the person who invited you.</source>
        <translation>Cet entretien l’exige&#xa0;: pour une solution sans cela, adressez-vous à la personne qui vous invite.</translation>
    </message>
</context>
<context>
    <name>DeviceCheck</name>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Camera, microphone and speaker</source>
        <translation>Caméra, microphone et haut-parleur</translation>
    </message>
    <message>
        <source>See that the picture shows your face and that the bar moves when you speak. Nothing is recorded yet. You can switch devices later as well.</source>
        <translation>Vérifiez que l’image montre votre visage et que la barre bouge quand vous parlez. Rien n’est encore enregistré. Vous pourrez aussi changer d’appareil plus tard.</translation>
    </message>
    <message>
        <source>Continue opens once the camera gives a picture.</source>
        <translation>«&#xa0;Continuer&#xa0;» s’active dès que la caméra donne une image.</translation>
    </message>
    <message>
        <source>Connect a microphone and choose it above to continue.</source>
        <translation>Branchez un microphone et choisissez-le ci-dessus pour continuer.</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Haut-parleur</translation>
    </message>
    <message>
        <source>Play a test sentence</source>
        <translation>Écouter une phrase d’essai</translation>
    </message>
    <message>
        <source>Says a short sentence on the chosen speaker</source>
        <translation>Dit une courte phrase sur le haut-parleur choisi</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>aucun appareil trouvé</translation>
    </message>
    <message>
        <source>No camera is in use. Connect one or choose it above.</source>
        <translation>Aucune caméra n’est utilisée. Branchez-en une ou choisissez-la ci-dessus.</translation>
    </message>
    <message>
        <source>No camera was found. Connect one, then choose it above.</source>
        <translation>Aucune caméra n’a été trouvée. Branchez-en une, puis choisissez-la ci-dessus.</translation>
    </message>
    <message>
        <source>No microphone is in use. Connect one or choose it above.</source>
        <translation>Aucun microphone n’est utilisé. Branchez-en un ou choisissez-le ci-dessus.</translation>
    </message>
    <message>
        <source>No microphone was found. Connect one, then choose it above.</source>
        <translation>Aucun microphone n’a été trouvé. Branchez-en un, puis choisissez-le ci-dessus.</translation>
    </message>
    <message>
        <source>Your microphone hears you.</source>
        <translation>Votre microphone vous entend.</translation>
    </message>
    <message>
        <source>Say something: the bar should move.</source>
        <translation>Dites quelque chose&#xa0;: la barre devrait bouger.</translation>
    </message>
    <message>
        <source>The system&apos;s own voice is heard on the system&apos;s own speaker. To hear it on this one, choose it in the system&apos;s sound settings as well.</source>
        <translation>La voix du système s&apos;entend sur le haut-parleur du système. Pour l&apos;entendre sur celui-ci, choisissez-le aussi dans les réglages de son du système.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Remplacer par</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Aller à la ligne</translation>
    </message>
    <message>
        <source>Line number</source>
        <translation>Numéro de ligne</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Tout remplacer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Back to the code</source>
        <translation>Retour au code</translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation>sur {n}</translation>
    </message>
    <message>
        <source>1 replaced</source>
        <translation>1 remplacement</translation>
    </message>
    <message>
        <source>{n} replaced</source>
        <translation>{n} remplacements</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 occurrence</translation>
    </message>
    <message>
        <source>{n} places</source>
        <translation>{n} occurrences</translation>
    </message>
</context>
<context>
    <name>Finish</name>
    <message>
        <source>Handing in</source>
        <translation>Remise</translation>
    </message>
    <message>
        <source>Close the app</source>
        <translation>Fermer l’application</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>Enregistrer dans un fichier…</translation>
    </message>
    <message>
        <source>Writes everything that was recorded into one sealed file</source>
        <translation>Écrit tout ce qui a été enregistré dans un seul fichier scellé</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>Un instant, s’il vous plaît</translation>
    </message>
    <message>
        <source>Your interview was ended</source>
        <translation>Il a été mis fin à votre entretien</translation>
    </message>
    <message>
        <source>That was the practice interview</source>
        <translation>C’était l’entretien d’entraînement</translation>
    </message>
    <message>
        <source>Thank you: your interview is handed in</source>
        <translation>Merci&#xa0;: votre entretien est rendu</translation>
    </message>
    <message>
        <source>Your interview is being handed in</source>
        <translation>Remise de votre entretien en cours</translation>
    </message>
    <message>
        <source>The time is over. </source>
        <translation>Le temps est écoulé. </translation>
    </message>
    <message>
        <source>A person decided this, no program did. Everything that you answered has arrived and is kept; nothing was thrown away.

What happens next: people at {organisation} read it and write to you. If you think this was a mistake, reply to your invitation and quote {number}: the interview can be opened again, with the time that was left. You can close the app now.</source>
        <translation>C’est une personne qui l’a décidé, pas un programme. Tout ce que vous avez répondu est arrivé et est conservé&#xa0;; rien n’a été supprimé.

Ce qui se passe ensuite&#xa0;: des personnes chez {organisation} le lisent et vous écrivent. Si vous pensez qu’il s’agit d’une erreur, répondez à votre invitation et indiquez {number}&#xa0;: l’entretien peut être rouvert, avec le temps qui restait. Vous pouvez maintenant fermer l’application.</translation>
    </message>
    <message>
        <source>In an interview your answers would now be with the people who invited you. Here nothing was sent, and all of it is deleted when you go on. You can practise as often as you like.</source>
        <translation>Lors d’un entretien, vos réponses seraient maintenant chez les personnes qui vous ont invité. Ici rien n’a été envoyé, et tout est supprimé quand vous continuez. Vous pouvez vous entraîner aussi souvent que vous le souhaitez.</translation>
    </message>
    <message>
        <source>There may be one more question about your last answer. If none comes within a few seconds, your interview is handed in by itself.</source>
        <translation>Il y aura peut-être encore une question sur votre dernière réponse. Si aucune n’arrive dans les prochaines secondes, votre entretien est remis automatiquement.</translation>
    </message>
    <message>
        <source>Everything has arrived. People will read your answers; {organisation} tells you how it goes on. You can close the app now.</source>
        <translation>Tout est arrivé. Des personnes liront vos réponses&#xa0;; {organisation} vous indiquera la suite. Vous pouvez maintenant fermer l’application.</translation>
    </message>
    <message>
        <source>There is no connection at the moment. Your answers are safe on this computer. Keep the app open: it goes on by itself once the connection is back. You can also leave, and open the app again later, even tomorrow: it goes on sending.</source>
        <translation>Il n’y a pas de connexion pour le moment. Vos réponses sont en sécurité sur cet ordinateur. Laissez l’application ouverte&#xa0;: elle continuera d’elle-même au retour de la connexion. Vous pouvez aussi la quitter et la rouvrir plus tard, même demain&#xa0;: elle poursuivra l’envoi.</translation>
    </message>
    <message>
        <source>End the practice</source>
        <translation>Terminer l’entraînement</translation>
    </message>
    <message>
        <source>Everything is in the file {name} ({size}). Give it to the people who invited you. It is sealed: only their server can read it. The app still goes on trying to send.</source>
        <translation>Tout se trouve dans le fichier {name} ({size}). Donnez-le aux personnes qui vous invitent. Il est scellé&#xa0;: seul leur serveur peut le lire. L’application continue malgré tout d’essayer d’envoyer.</translation>
    </message>
    <message>
        <source>If the connection does not come back at all, you can save everything as one sealed file, on a USB stick for example, and give it to {organisation}.</source>
        <translation>Si la connexion ne revient pas du tout, vous pouvez tout enregistrer dans un seul fichier scellé, par exemple sur une clé USB, et le donner à {organisation}.</translation>
    </message>
    <message>
        <source>the people who invited you</source>
        <translation>l’équipe qui vous invite</translation>
    </message>
    <message>
        <source>Where to save the file</source>
        <translation>Où enregistrer le fichier</translation>
    </message>
    <message>
        <source>All answers are saved. Please keep the app open until they have been sent.</source>
        <translation>Toutes les réponses sont enregistrées. Veuillez laisser l’application ouverte jusqu’à ce qu’elles soient envoyées.</translation>
    </message>
    <message>
        <source>Switching the camera off …</source>
        <translation>Arrêt de la caméra…</translation>
    </message>
    <message>
        <source>Writing down what you said …</source>
        <translation>Transcription de ce que vous avez dit…</translation>
    </message>
    <message>
        <source>Closing the interview …</source>
        <translation>Clôture de l’entretien…</translation>
    </message>
</context>
<context>
    <name>GazePage</name>
    <message>
        <source>This takes about 30 seconds. A point appears at 13 places of your screen, one after the other: look at each until the next one comes. Sit as you will sit later, about an arm&apos;s length away, and keep your head fairly still. You need to press nothing.</source>
        <translation>Cela prend environ 30 secondes. Un point apparaît à 13 endroits de votre écran, l’un après l’autre&#xa0;: regardez chacun jusqu’à ce que le suivant apparaisse. Asseyez-vous comme vous le serez plus tard, à environ une longueur de bras, et gardez la tête assez immobile. Vous n’avez à appuyer sur rien.</translation>
    </message>
    <message>
        <source>No picture is kept: only how the direction of your eyes belongs to places on the screen, and how exact that is. If you skip it, eyes are judged more carefully: less is noticed, and nothing counts against you.</source>
        <translation>Aucune image n’est conservée&#xa0;: seulement la façon dont la direction de vos yeux correspond à des endroits de l’écran, et avec quelle précision. Si vous passez cette étape, vos yeux sont jugés avec plus de prudence&#xa0;: moins de choses sont remarquées, et rien ne vous est reproché.</translation>
    </message>
    <message>
        <source>This computer does not know how large your screen is, so a 14-inch one is assumed; the result says how exact that came out.</source>
        <translation>Cet ordinateur ne connaît pas la taille de votre écran&#xa0;; 14 pouces sont donc supposés. Le résultat indique la précision obtenue.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation>Passer cette étape</translation>
    </message>
    <message>
        <source>Where you look</source>
        <translation>Où vous regardez</translation>
    </message>
    <message>
        <source>You are asked to do this once more. {why} The clock of your question stands still meanwhile, and your answer is saved.</source>
        <translation>Il vous est demandé de le faire encore une fois. {why} Le chronomètre de votre question est arrêté entre-temps, et votre réponse est enregistrée.</translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation>Réessayer une fois</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>Continuer sans</translation>
    </message>
</context>
<context>
    <name>Glow</name>
    <message>
        <source>The light of the screen changes</source>
        <translation>La lumière de l’écran change</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Arrêter (Esc)</translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>I need help</source>
        <translation>J’ai besoin d’aide</translation>
    </message>
    <message>
        <source>A message, a break or a person; nothing is ended by asking (F1)</source>
        <translation>Un message, une pause ou une personne&#xa0;; demander ne met fin à rien (F1)</translation>
    </message>
    <message>
        <source>The interview is paused</source>
        <translation>L’entretien est en pause</translation>
    </message>
    <message>
        <source>The clocks stand still. The camera is off, and nothing is watched or recorded. You may leave your place. Your answers are saved.

The interview goes on at this question when {whom} resumes it: stay where you can see this screen.</source>
        <translation>Les chronomètres sont arrêtés. La caméra est éteinte, et rien n’est observé ni enregistré. Vous pouvez quitter votre place. Vos réponses sont enregistrées.

L’entretien reprendra à cette question quand {whom} le relancera&#xa0;: restez là où vous pouvez voir cet écran.</translation>
    </message>
    <message>
        <source>the person in charge</source>
        <translation>la personne responsable</translation>
    </message>
    <message>
        <source>{left} left when it goes on</source>
        <translation>Il restera {left} à la reprise</translation>
    </message>
    <message>
        <source>The screen is covered for the moment</source>
        <translation>L’écran est masqué pour le moment</translation>
    </message>
    <message>
        <source>Please stay at your place: the question comes back by itself as soon as {whom} uncovers it. Your answers are saved.

The clocks stand still: all the time that the screen is covered is given back to you, also without a connection. The watch goes on.

If it takes long, or you think that it is a mistake, press I need help: there you can write to {whom}, and it says whom to call.</source>
        <translation>Veuillez rester à votre place&#xa0;: la question revient d’elle-même dès que {whom} la découvre. Vos réponses sont enregistrées.

Les chronomètres sont arrêtés&#xa0;: tout le temps pendant lequel l’écran est masqué vous est rendu, même sans connexion. La surveillance continue.

Si cela dure, ou si vous pensez que c’est une erreur, appuyez sur «&#xa0;J’ai besoin d’aide&#xa0;»&#xa0;: vous pouvez y écrire à {whom}, et il y est dit qui appeler.</translation>
    </message>
    <message>
        <source>The questions are covered for the moment</source>
        <translation>Les questions sont masquées pour le moment</translation>
    </message>
    <message>
        <source>The clocks stand still meanwhile, for {length} more at most.</source>
        <translation>Les chronomètres sont arrêtés pendant ce temps, encore {length} au plus.</translation>
    </message>
    <message>
        <source>The clocks go on now; a person can give you more time.</source>
        <translation>Les chronomètres tournent de nouveau&#xa0;; une personne peut vous accorder plus de temps.</translation>
    </message>
    <message>
        <source>The questions come back by themselves a few seconds after it is put right. Your answers are saved.

{stands}

If you cannot put it right, or think that it is a mistake, press I need help: {whom} can let you go on in spite of it.</source>
        <translation>Les questions reviennent d’elles-mêmes quelques secondes après que c’est réglé. Vos réponses sont enregistrées.

{stands}

Si vous ne pouvez pas le régler, ou si vous pensez que c’est une erreur, appuyez sur «&#xa0;J’ai besoin d’aide&#xa0;»&#xa0;: {whom} peut vous laisser continuer malgré cela.</translation>
    </message>
    <message>
        <source>{left} left in all</source>
        <translation>Reste {left} au total</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Microphone level</source>
        <translation>Niveau du microphone</translation>
    </message>
</context>
<context>
    <name>Listening</name>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Flag for later</source>
        <translation>Marquer pour plus tard</translation>
    </message>
    <message>
        <source>Marks this question in the overview, for yourself only</source>
        <translation>Marque cette question dans l’aperçu, pour vous uniquement</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>Toutes les questions</translation>
    </message>
    <message>
        <source>Shows which questions are answered, and which are open (Ctrl+O)</source>
        <translation>Montre les questions qui ont une réponse et celles qui sont ouvertes (Ctrl+O)</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>Question précédente</translation>
    </message>
    <message>
        <source>Remove the flag</source>
        <translation>Retirer la marque</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Camera picture</source>
        <translation>Image de la caméra</translation>
    </message>
    <message>
        <source>Waiting for the camera …</source>
        <translation>En attente de la caméra…</translation>
    </message>
</context>
<context>
    <name>ProblemPage</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Enter an invite link</source>
        <translation>Saisir un lien d’invitation</translation>
    </message>
    <message>
        <source>Close the app</source>
        <translation>Fermer l’application</translation>
    </message>
    <message>
        <source>What you have answered until now is kept on this computer.</source>
        <translation>Ce que vous avez répondu jusqu’ici est conservé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The app cannot go on by itself</source>
        <translation>L’application ne peut pas continuer d’elle-même</translation>
    </message>
</context>
<context>
    <name>ProseEditor</name>
    <message>
        <source>Your answer</source>
        <translation>Votre réponse</translation>
    </message>
    <message>
        <source>Write your answer here …</source>
        <translation>Écrivez votre réponse ici…</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>Done, next question</source>
        <translation>Terminé, question suivante</translation>
    </message>
    <message>
        <source>or press Ctrl+Enter</source>
        <translation>ou appuyez sur Ctrl+Enter</translation>
    </message>
    <message>
        <source>Question {n} of {count}</source>
        <translation>Question {n} sur {count}</translation>
    </message>
    <message>
        <source>{marks} marks</source>
        <translation>{marks} points</translation>
    </message>
    <message>
        <source>One more question</source>
        <translation>Encore une question</translation>
    </message>
    <message>
        <source>It is about your answer to question {n}. It has its own time, which is added to the whole, and no marks of its own: people read it beside that answer.</source>
        <translation>Elle porte sur votre réponse à la question {n}. Elle a son propre temps, qui s’ajoute au total, et pas de points propres&#xa0;: des personnes la lisent avec cette réponse.</translation>
    </message>
    <message>
        <source>The time for this question is over. What you had is saved and can be read; go on with another question.</source>
        <translation>Le temps de cette question est écoulé. Ce que vous aviez est enregistré et peut être lu&#xa0;; continuez avec une autre question.</translation>
    </message>
    <message>
        <source>The time for question {n} was over. What you had is saved; this is the next one.</source>
        <translation>Le temps de la question {n} était écoulé. Ce que vous aviez est enregistré&#xa0;; voici la suivante.</translation>
    </message>
    <message>
        <source>Done, hand in</source>
        <translation>Terminé, rendre</translation>
    </message>
    <message>
        <source>Hand in without reading it</source>
        <translation>Rendre sans relire</translation>
    </message>
    <message>
        <source>Hand in this answer</source>
        <translation>Rendre cette réponse</translation>
    </message>
    <message>
        <source>Keep it, next question</source>
        <translation>La garder, question suivante</translation>
    </message>
    <message>
        <source>Look over all, hand in</source>
        <translation>Tout revoir, rendre</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Question suivante</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Play my answer</source>
        <translation>Écouter ma réponse</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>Écouter à partir d’ici</translation>
    </message>
    <message>
        <source>Plays your answer from the word at the text cursor.</source>
        <translation>Lit votre réponse à partir du mot où se trouve le curseur.</translation>
    </message>
    <message>
        <source>Next unsure word</source>
        <translation>Mot incertain suivant</translation>
    </message>
    <message>
        <source>Goes to the next underlined word, so that you can play or correct it.</source>
        <translation>Va au prochain mot souligné, pour que vous puissiez l’écouter ou le corriger.</translation>
    </message>
    <message>
        <source>What we understood</source>
        <translation>Ce que nous avons compris</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>Arrêter l’écoute</translation>
    </message>
    <message>
        <source>Your answer cannot be played here. It is saved all the same; try another speaker under Devices.</source>
        <translation>Votre réponse ne peut pas être lue ici. Elle est enregistrée malgré tout ; essayez un autre haut-parleur sous «&#xa0;Appareils&#xa0;».</translation>
    </message>
    <message>
        <source>Writing down what you said …</source>
        <translation>Transcription de ce que vous avez dit…</translation>
    </message>
    <message>
        <source>Your recording is your answer, this text helps whoever reads it. Correct what was misheard; please do not add what you did not say.</source>
        <translation>Votre enregistrement est votre réponse, ce texte aide les personnes qui la lisent. Corrigez ce qui a été mal entendu&#xa0;; veuillez ne pas ajouter ce que vous n’avez pas dit.</translation>
    </message>
    <message>
        <source>1 word is underlined: it was not understood for sure.</source>
        <translation>1 mot est souligné&#xa0;: il n’a pas été compris avec certitude.</translation>
    </message>
    <message>
        <source>{n} words are underlined: they were not understood for sure.</source>
        <translation>{n} mots sont soulignés&#xa0;: ils n’ont pas été compris avec certitude.</translation>
    </message>
</context>
<context>
    <name>SamplesPanel</name>
    <message>
        <source>Run the examples</source>
        <translation>Exécuter les exemples</translation>
    </message>
    <message>
        <source>Ctrl+R runs your code on these examples; no score comes of it</source>
        <translation>Ctrl+R exécute votre code sur ces exemples&#xa0;; aucune note n’en résulte</translation>
    </message>
    <message>
        <source>Examples and their results</source>
        <translation>Les exemples et leurs résultats</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Exemple</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Attendu</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>The chosen example in full</source>
        <translation>L’exemple choisi en entier</translation>
    </message>
    <message>
        <source>Running … You can go on typing.</source>
        <translation>Exécution en cours… Vous pouvez continuer à taper.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Affiché</translation>
    </message>
    <message>
        <source>The compiler says</source>
        <translation>Le compilateur indique</translation>
    </message>
    <message>
        <source>{verdict}, {ms} ms</source>
        <translation>{verdict}, {ms} ms</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Réussi</translation>
    </message>
    <message>
        <source>Printed something else</source>
        <translation>A affiché autre chose</translation>
    </message>
    <message>
        <source>Took too long</source>
        <translation>A pris trop de temps</translation>
    </message>
    <message>
        <source>Used too much memory</source>
        <translation>A utilisé trop de mémoire</translation>
    </message>
    <message>
        <source>Printed too much</source>
        <translation>A affiché trop de texte</translation>
    </message>
    <message>
        <source>Stopped with an error</source>
        <translation>Arrêté par une erreur</translation>
    </message>
    <message>
        <source>Did not compile</source>
        <translation>N’a pas pu être compilé</translation>
    </message>
    <message>
        <source>Could not be run here</source>
        <translation>N’a pas pu être exécuté ici</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>Selfie</name>
    <message>
        <source>Take the picture</source>
        <translation>Prendre la photo</translation>
    </message>
    <message>
        <source>Use this picture</source>
        <translation>Utiliser cette photo</translation>
    </message>
    <message>
        <source>Take another</source>
        <translation>En prendre une autre</translation>
    </message>
    <message>
        <source>It shows the people who read your interview who took it. Look into the camera, with light on your face.</source>
        <translation>Elle montre aux personnes qui lisent votre entretien qui l’a passé. Regardez vers la caméra, le visage éclairé.</translation>
    </message>
    <message>
        <source>A picture of you</source>
        <translation>Une photo de vous</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Skip this</source>
        <translation>Passer cette étape</translation>
    </message>
    <message>
        <source>The whole screen changes its colour slowly for a few seconds, and your face reflects it. That shows that a person sits here, not a picture. Look at the screen and keep still; no picture of it is kept.</source>
        <translation>Tout l’écran change lentement de couleur pendant quelques secondes, et votre visage la reflète. Cela montre qu’une personne se trouve ici, et non une image. Regardez l’écran et restez immobile&#xa0;; aucune image n’en est conservée.</translation>
    </message>
    <message>
        <source>If changing light can harm you (photosensitivity, migraine), skip this. Skipping is noted as not done and counts as nothing else. Escape stops it at any moment.</source>
        <translation>Si une lumière changeante peut vous nuire (photosensibilité, migraine), passez cette étape. Elle sera notée comme non effectuée, et rien d’autre n’en sera déduit. Escape l’arrête à tout moment.</translation>
    </message>
    <message>
        <source>Light on your face</source>
        <translation>De la lumière sur votre visage</translation>
    </message>
    <message>
        <source>Looking at the result …</source>
        <translation>Examen du résultat…</translation>
    </message>
    <message>
        <source>The picture is clear.</source>
        <translation>La photo est nette.</translation>
    </message>
    <message>
        <source>Sending the picture …</source>
        <translation>Envoi de la photo…</translation>
    </message>
    <message>
        <source>If it does not get better, use this one: a person will look at it.</source>
        <translation>Si elle ne s’améliore pas, utilisez celle-ci&#xa0;: une personne la regardera.</translation>
    </message>
</context>
<context>
    <name>SpokenPanel</name>
    <message>
        <source>Record your answer</source>
        <translation>Enregistrer votre réponse</translation>
    </message>
    <message>
        <source>Recording time so far</source>
        <translation>Durée enregistrée jusqu’ici</translation>
    </message>
    <message>
        <source>You can pause while you speak. What you say is saved as you speak, also when the connection fails or the computer stops.</source>
        <translation>Vous pouvez faire des pauses en parlant. Ce que vous dites est enregistré au fur et à mesure, même si la connexion est coupée ou si l’ordinateur s’arrête.</translation>
    </message>
    <message>
        <source>Finished, or still thinking? Take your time: the recording goes on.</source>
        <translation>Terminé, ou réfléchissez-vous encore&#xa0;? Prenez votre temps&#xa0;: l’enregistrement continue.</translation>
    </message>
    <message>
        <source>I am finished</source>
        <translation>J’ai terminé</translation>
    </message>
    <message>
        <source>Still thinking</source>
        <translation>Je réfléchis encore</translation>
    </message>
    <message>
        <source>So far: {text}</source>
        <translation>Jusqu’ici&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Enregistrer à nouveau</translation>
    </message>
    <message>
        <source>Press Record and speak. Take a moment to think first.</source>
        <translation>Appuyez sur «&#xa0;Enregistrer&#xa0;» et parlez. Prenez d’abord un moment pour réfléchir.</translation>
    </message>
    <message>
        <source>Opening the microphone …</source>
        <translation>Ouverture du microphone…</translation>
    </message>
    <message>
        <source>Recording, attempt {n}: speak now.</source>
        <translation>Enregistrement, essai {n}&#xa0;: parlez maintenant.</translation>
    </message>
    <message>
        <source>Saving what you said …</source>
        <translation>Sauvegarde de ce que vous avez dit…</translation>
    </message>
    <message>
        <source>Your answer is saved (attempt {n}).</source>
        <translation>Votre réponse est enregistrée (essai {n}).</translation>
    </message>
    <message>
        <source> You may record it again: every attempt is kept, the last one counts.</source>
        <translation> Vous pouvez l’enregistrer à nouveau&#xa0;: chaque essai est conservé, le dernier compte.</translation>
    </message>
    <message>
        <source>Attempt {n} · {length} · saved</source>
        <translation>Essai {n} · {length} · enregistré</translation>
    </message>
    <message>
        <source>Attempt {n} · saved</source>
        <translation>Essai {n} · enregistré</translation>
    </message>
</context>
<context>
    <name>Target</name>
    <message>
        <source>Look at the point</source>
        <translation>Regardez le point</translation>
    </message>
    <message>
        <source>Skip (Esc)</source>
        <translation>Passer (Esc)</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} sur {count}</translation>
    </message>
    <message>
        <source>Working out the result …</source>
        <translation>Calcul du résultat…</translation>
    </message>
</context>
<context>
    <name>TextAnswer</name>
    <message>
        <source>Saving …</source>
        <translation>Enregistrement en cours…</translation>
    </message>
    <message>
        <source>Saved on this computer.</source>
        <translation>Enregistré sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Your answer is saved as you type.</source>
        <translation>Votre réponse est enregistrée pendant que vous tapez.</translation>
    </message>
    <message>
        <source>Text from other programs cannot be pasted in this interview. Please type it; what you copy inside this window can be pasted.</source>
        <translation>Le texte d’autres programmes ne peut pas être collé dans cet entretien. Veuillez le taper&#xa0;; ce que vous copiez dans cette fenêtre peut être collé.</translation>
    </message>
    <message>
        <source>You pasted text from another program. That is allowed here, and it is noted with your answer.</source>
        <translation>Vous avez collé du texte d’un autre programme. C’est permis ici, et c’est noté avec votre réponse.</translation>
    </message>
    <message>
        <source>An answer can have {n} characters. What is beyond them is shown here and is not saved.</source>
        <translation>Une réponse peut avoir {n} caractères. Ce qui dépasse est affiché ici et n’est pas enregistré.</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 mot</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} mots</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>{left} left for this question</source>
        <translation>Reste {left} pour cette question</translation>
    </message>
    <message>
        <source>{left} left in all</source>
        <translation>Reste {left} au total</translation>
    </message>
    <message>
        <source>Last minute of the interview. What you have is handed in when it ends.</source>
        <translation>Dernière minute de l’entretien. Ce que vous avez sera rendu à la fin.</translation>
    </message>
    <message>
        <source>Less than {n} minutes left in all.</source>
        <translation>Moins de {n} minutes restent au total.</translation>
    </message>
    <message>
        <source>Last minute for this question. What you have is saved when it ends.</source>
        <translation>Dernière minute pour cette question. Ce que vous avez sera enregistré à la fin.</translation>
    </message>
    <message>
        <source>Less than {n} minutes left for this question.</source>
        <translation>Moins de {n} minutes restent pour cette question.</translation>
    </message>
</context>
<context>
    <name>TranscriptEditor</name>
    <message>
        <source>Transcript of your answer</source>
        <translation>Transcription de votre réponse</translation>
    </message>
</context>
<context>
    <name>Trials</name>
    <message>
        <source>{passed} of {total} passed.</source>
        <translation>{passed} sur {total} réussis.</translation>
    </message>
    <message>
        <source>The code does not compile; what the compiler says is below.</source>
        <translation>Le code ne se compile pas&#xa0;; le message du compilateur est ci-dessous.</translation>
    </message>
    <message>
        <source>The examples could not be run just now. That says nothing about your code.</source>
        <translation>Les exemples n’ont pas pu être exécutés à l’instant. Cela ne dit rien de votre code.</translation>
    </message>
    <message>
        <source>The last run has not ended yet. Try again in a moment.</source>
        <translation>La dernière exécution n’est pas encore terminée. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>There is no connection, so nothing can be run now. Your code is saved here; go on writing, and try again later.</source>
        <translation>Il n’y a pas de connexion, rien ne peut donc être exécuté maintenant. Votre code est enregistré ici&#xa0;; continuez à écrire et réessayez plus tard.</translation>
    </message>
    <message>
        <source>This organisation does not run code during the interview. Your code is saved and is looked at all the same.</source>
        <translation>Cette organisation n’exécute pas de code pendant l’entretien. Votre code est enregistré et sera tout de même examiné.</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Read this aloud</source>
        <translation>Lisez ceci à voix haute</translation>
    </message>
    <message>
        <source>“The morning train was late, so we walked along the river and counted seven small boats.”</source>
        <translation>«&#xa0;Le train du matin était en retard, alors nous avons marché le long de la rivière et compté sept petits bateaux.&#xa0;»</translation>
    </message>
    <message>
        <source>Start the interview</source>
        <translation>Démarrer l’entretien</translation>
    </message>
    <message>
        <source>When you are ready</source>
        <translation>Quand vous voudrez</translation>
    </message>
    <message>
        <source>Your voice</source>
        <translation>Votre voix</translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation>Tout est prêt</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Enregistrer à nouveau</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Press Record, read the sentence, press Stop.</source>
        <translation>Appuyez sur «&#xa0;Enregistrer&#xa0;», lisez la phrase, appuyez sur «&#xa0;Arrêter&#xa0;».</translation>
    </message>
    <message>
        <source>Opening the microphone …</source>
        <translation>Ouverture du microphone…</translation>
    </message>
    <message>
        <source>Recording: read the sentence now.</source>
        <translation>Enregistrement&#xa0;: lisez la phrase maintenant.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Enregistrement en cours…</translation>
    </message>
    <message>
        <source>{count} questions, {length} in all. The clock starts when you press the button and does not stop. Each question has its own time as well. You may look at your keyboard and think with your eyes closed.</source>
        <translation>{count} questions, {length} au total. Le chronomètre démarre quand vous appuyez sur le bouton et ne s’arrête pas. Chaque question a aussi son propre temps. Vous pouvez regarder votre clavier et réfléchir les yeux fermés.</translation>
    </message>
    <message>
        <source>Opening the questions …</source>
        <translation>Ouverture des questions…</translation>
    </message>
    <message>
        <source>The sample is saved.</source>
        <translation>L’échantillon est enregistré.</translation>
    </message>
    <message>
        <source>The sample is saved, but it cannot be used to recognise your voice: {note} You can record again, or go on without.</source>
        <translation>L’échantillon est enregistré, mais il ne peut pas servir à reconnaître votre voix&#xa0;: {note} Vous pouvez enregistrer à nouveau ou continuer sans.</translation>
    </message>
</context>
<context>
    <name>VoiceControls</name>
    <message>
        <source>Read aloud again</source>
        <translation>Relire à voix haute</translation>
    </message>
    <message>
        <source>Or press R while you are not typing.</source>
        <translation>Ou appuyez sur R quand vous ne tapez pas.</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Plus lentement</translation>
    </message>
    <message>
        <source>Volume of the voice, in percent</source>
        <translation>Volume de la voix, en pourcentage</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Being read aloud. Your clock stands still.</source>
        <translation>Lecture à voix haute. Votre chronomètre est arrêté.</translation>
    </message>
    <message>
        <source>Being read aloud. Your clock runs.</source>
        <translation>Lecture à voix haute. Votre chronomètre tourne.</translation>
    </message>
    <message>
        <source>The system&apos;s own voice takes another volume from the next text on.</source>
        <translation>La voix du système prend un autre volume à partir du texte suivant.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Go on with this interview</source>
        <translation>Continuer cet entretien</translation>
    </message>
    <message>
        <source>You began to prepare for it here. Its clock has not started yet.</source>
        <translation>Vous avez commencé à vous y préparer ici. Son chronomètre n’a pas encore démarré.</translation>
    </message>
    <message>
        <source>Invite link or code</source>
        <translation>Lien ou code d’invitation</translation>
    </message>
    <message>
        <source>Language of this app</source>
        <translation>Langue de cette application</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Check the invite</source>
        <translation>Vérifier l’invitation</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>S’entraîner d’abord</translation>
    </message>
    <message>
        <source>Three short questions without an invite; nothing is sent or kept</source>
        <translation>Trois courtes questions sans invitation&#xa0;; rien n’est envoyé ni conservé</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>Vérifier cet ordinateur</translation>
    </message>
    <message>
        <source>Camera, light, microphone, network and more, with what to do</source>
        <translation>Caméra, lumière, microphone, réseau et plus, avec ce qu’il faut faire</translation>
    </message>
    <message>
        <source>Days before your interview</source>
        <translation>Quelques jours avant votre entretien</translation>
    </message>
    <message>
        <source>Practise with three short questions: it needs no invite and no network, and nothing of it is sent or kept. Or see whether this computer is ready.</source>
        <translation>Entraînez-vous avec trois courtes questions&#xa0;: sans invitation ni réseau, et rien n’en est envoyé ni conservé. Ou voyez si cet ordinateur est prêt.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>This app takes you through your interview: first a short check of camera and microphone, then the questions. Have the link from your invitation ready.</source>
        <translation>Cette application vous accompagne pendant votre entretien&#xa0;: d’abord une courte vérification de la caméra et du microphone, puis les questions. Gardez à portée de main le lien de votre invitation.</translation>
    </message>
    <message>
        <source>Unfinished: {title}</source>
        <translation>Non terminé&#xa0;: {title}</translation>
    </message>
    <message>
        <source>{name}, this is your interview with {organisation}</source>
        <translation>{name}, voici votre entretien avec {organisation}</translation>
    </message>
    <message>
        <source>{title}: {count} questions in {length}</source>
        <translation>{title}&#xa0;: {count} questions en {length}</translation>
    </message>
    <message>
        <source>Open until {until}. The clock starts later, when you say so.</source>
        <translation>Ouvert jusqu’à {until}. Le chronomètre démarre plus tard, quand vous le direz.</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>Interrogation du serveur…</translation>
    </message>
    <message>
        <source>Opening the interview …</source>
        <translation>Ouverture de l’entretien…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>The camera gives no picture. Plug it in again, close other programs that use it, or choose another one.</source>
        <translation>La caméra ne donne pas d’image. Rebranchez-la, fermez les autres programmes qui l’utilisent ou choisissez-en une autre.</translation>
    </message>
    <message>
        <source>Watched and sent</source>
        <translation>Observé et envoyé</translation>
    </message>
    <message>
        <source>Shows what is watched now and what has left this computer (F2)</source>
        <translation>Montre ce qui est observé en ce moment et ce qui a quitté cet ordinateur (F2)</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Expliquer</translation>
    </message>
    <message>
        <source>Says something about a moment, for whoever reviews it (F6)</source>
        <translation>Dit quelque chose sur un moment, pour la personne qui l’examine (F6)</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>Switches camera, microphone or speaker; the clock goes on</source>
        <translation>Change de caméra, de microphone ou de haut-parleur&#xa0;; le chronomètre continue</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>J’ai besoin d’aide</translation>
    </message>
    <message>
        <source>A message, a break or a person; nothing is ended by asking (F1)</source>
        <translation>Un message, une pause ou une personne&#xa0;; demander ne met fin à rien (F1)</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Closes the app after asking; your answers stay saved</source>
        <translation>Ferme l’application après confirmation&#xa0;; vos réponses restent enregistrées</translation>
    </message>
    <message>
        <source>Text and contrast</source>
        <translation>Texte et contraste</translation>
    </message>
</context>
<context>
    <name>editor</name>
    <message>
        <source>Line numbers</source>
        <translation>Numéros de ligne</translation>
    </message>
</context>
<context>
    <name>preflight</name>
    <message>
        <source>Choose a larger picture in the camera&apos;s settings, or another camera.</source>
        <translation>Choisissez une image plus grande dans les réglages de la caméra, ou une autre caméra.</translation>
    </message>
    <message>
        <source>Close other programs and plug in the power supply.</source>
        <translation>Fermez les autres programmes et branchez l’alimentation.</translation>
    </message>
    <message>
        <source>Close other programs that use it, open its cover, or plug it in again.</source>
        <translation>Fermez les autres programmes qui l’utilisent, ouvrez son cache ou rebranchez-la.</translation>
    </message>
    <message>
        <source>Close other programs that use it, or plug it in again.</source>
        <translation>Fermez les autres programmes qui l’utilisent, ou rebranchez-le.</translation>
    </message>
    <message>
        <source>Close other programs, plug in the power supply, or use another computer.</source>
        <translation>Fermez les autres programmes, branchez l’alimentation ou utilisez un autre ordinateur.</translation>
    </message>
    <message>
        <source>Close programs for screen sharing and remote control before an interview.</source>
        <translation>Fermez les programmes de partage d’écran et de contrôle à distance avant un entretien.</translation>
    </message>
    <message>
        <source>Close them before the interview.</source>
        <translation>Fermez-les avant l’entretien.</translation>
    </message>
    <message>
        <source>Connect to a network, sign in to it where it asks for that, and let this app through the firewall (HTTPS to the server&apos;s address).</source>
        <translation>Connectez-vous à un réseau, identifiez-vous s’il le demande, et laissez cette application passer le pare-feu (HTTPS vers l’adresse du serveur).</translation>
    </message>
    <message>
        <source>Free 3 GB, then try again.</source>
        <translation>Libérez 3 Go, puis réessayez.</translation>
    </message>
    <message>
        <source>Free 3 GB.</source>
        <translation>Libérez 3 Go.</translation>
    </message>
    <message>
        <source>Give this person the right to write to the app&apos;s data folder.</source>
        <translation>Donnez à cette personne le droit d’écrire dans le dossier de données de l’application.</translation>
    </message>
    <message>
        <source>It is enough now, but a system update could use it up.</source>
        <translation>C’est suffisant maintenant, mais une mise à jour du système pourrait l’occuper.</translation>
    </message>
    <message>
        <source>It is too bright to see a face.</source>
        <translation>Il y a trop de lumière pour voir un visage.</translation>
    </message>
    <message>
        <source>It is too dark to see a face.</source>
        <translation>Il fait trop sombre pour voir un visage.</translation>
    </message>
    <message>
        <source>Move closer to the router or use a cable.</source>
        <translation>Rapprochez-vous de la box ou utilisez un câble.</translation>
    </message>
    <message>
        <source>Name the server, or set the clock by itself.</source>
        <translation>Indiquez le serveur, ou réglez l’horloge automatiquement.</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>Aucune caméra</translation>
    </message>
    <message>
        <source>No camera is connected, or the system hides it from this app.</source>
        <translation>Aucune caméra n’est connectée, ou le système la cache à cette application.</translation>
    </message>
    <message>
        <source>No loudspeaker</source>
        <translation>Aucun haut-parleur</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>Aucun microphone</translation>
    </message>
    <message>
        <source>No microphone is connected, or the system hides it from this app.</source>
        <translation>Aucun microphone n’est connecté, ou le système le cache à cette application.</translation>
    </message>
    <message>
        <source>Add one in the settings under Time &amp; language, Speech. Questions are always shown as text too.</source>
        <translation>Ajoutez-en une dans les paramètres, sous «&#xa0;Heure et langue&#xa0;», «&#xa0;Voix&#xa0;». Les questions sont toujours affichées aussi sous forme de texte.</translation>
    </message>
    <message>
        <source>Add one in the system settings under Accessibility, Spoken Content. Questions are always shown as text too.</source>
        <translation>Ajoutez-en une dans les réglages du système, sous «&#xa0;Accessibilité&#xa0;», «&#xa0;Contenu énoncé&#xa0;». Les questions sont toujours affichées aussi sous forme de texte.</translation>
    </message>
    <message>
        <source>Install espeak-ng. Questions are always shown as text too.</source>
        <translation>Installez espeak-ng. Les questions sont toujours affichées aussi sous forme de texte.</translation>
    </message>
    <message>
        <source>No program of the app&apos;s own list runs. An interview may name more: they are looked for once its invitation is opened.</source>
        <translation>Aucun programme de la liste de l’application ne tourne. Un entretien peut en nommer d’autres&#xa0;: ils sont recherchés dès que son invitation est ouverte.</translation>
    </message>
    <message>
        <source>No server is named here.</source>
        <translation>Aucun serveur n’est indiqué ici.</translation>
    </message>
    <message>
        <source>Nothing can be heard on this computer.</source>
        <translation>On ne peut rien entendre sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Paste the link from the invitation, or name the server.</source>
        <translation>Collez le lien de l’invitation, ou indiquez le serveur.</translation>
    </message>
    <message>
        <source>Plug in a loudspeaker or a headset. Questions are always shown as text too.</source>
        <translation>Branchez un haut-parleur ou un casque. Les questions sont toujours aussi affichées en texte.</translation>
    </message>
    <message>
        <source>Plug one in, or allow this app to use the camera in the privacy settings.</source>
        <translation>Branchez-en une, ou autorisez cette application à utiliser la caméra dans les réglages de confidentialité.</translation>
    </message>
    <message>
        <source>Plug one in, or allow this app to use the microphone in the privacy settings.</source>
        <translation>Branchez-en un, ou autorisez cette application à utiliser le microphone dans les réglages de confidentialité.</translation>
    </message>
    <message>
        <source>Questions are shown as text; nothing else is needed.</source>
        <translation>Les questions sont affichées en texte&#xa0;; rien d’autre n’est nécessaire.</translation>
    </message>
    <message>
        <source>See the line about models.</source>
        <translation>Voir la ligne sur les modèles.</translation>
    </message>
    <message>
        <source>See the line about the camera.</source>
        <translation>Voir la ligne sur la caméra.</translation>
    </message>
    <message>
        <source>Switch on a lamp in front of you.</source>
        <translation>Allumez une lampe devant vous.</translation>
    </message>
    <message>
        <source>Switch on setting date and time by network in the system&apos;s settings.</source>
        <translation>Activez le réglage de la date et de l’heure par le réseau dans les réglages du système.</translation>
    </message>
    <message>
        <source>Take its mute switch off and raise its level in the sound settings.</source>
        <translation>Désactivez la sourdine et augmentez son niveau dans les réglages du son.</translation>
    </message>
    <message>
        <source>The app may not write where it keeps interviews.</source>
        <translation>L’application ne peut pas écrire là où elle conserve les entretiens.</translation>
    </message>
    <message>
        <source>The camera gives no picture.</source>
        <translation>La caméra ne donne pas d’image.</translation>
    </message>
    <message>
        <source>The connection is slow; an interview works, and pages take a while.</source>
        <translation>La connexion est lente&#xa0;; un entretien fonctionne, mais les pages prennent du temps.</translation>
    </message>
    <message>
        <source>The connection is very slow.</source>
        <translation>La connexion est très lente.</translation>
    </message>
    <message>
        <source>The disk is almost full.</source>
        <translation>Le disque est presque plein.</translation>
    </message>
    <message>
        <source>The microphone cannot be opened.</source>
        <translation>Le microphone ne peut pas être ouvert.</translation>
    </message>
    <message>
        <source>The microphone delivers silence.</source>
        <translation>Le microphone ne transmet que du silence.</translation>
    </message>
    <message>
        <source>The picture is small; faces at a distance are hard to see.</source>
        <translation>L’image est petite&#xa0;; les visages éloignés se voient mal.</translation>
    </message>
    <message>
        <source>The running programs cannot be listed here.</source>
        <translation>Les programmes en cours ne peuvent pas être listés ici.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Le serveur est injoignable.</translation>
    </message>
    <message>
        <source>The watch could not be tried.</source>
        <translation>L’observation n’a pas pu être essayée.</translation>
    </message>
    <message>
        <source>The watch works at a lower rate, and the record says so.</source>
        <translation>L’observation fonctionne à une cadence plus faible, et l’enregistrement le dit.</translation>
    </message>
    <message>
        <source>There is no voice here that reads questions aloud.</source>
        <translation>Il n’y a ici aucune voix qui lise les questions.</translation>
    </message>
    <message>
        <source>There was no picture to look at.</source>
        <translation>Il n’y avait pas d’image à regarder.</translation>
    </message>
    <message>
        <source>There was no server to compare with.</source>
        <translation>Il n’y avait pas de serveur pour comparer.</translation>
    </message>
    <message>
        <source>These programs can share, record or control the screen, or help with answers.</source>
        <translation>Ces programmes peuvent partager, enregistrer ou contrôler l’écran, ou aider aux réponses.</translation>
    </message>
    <message>
        <source>This computer is too slow or too busy for the watch.</source>
        <translation>Cet ordinateur est trop lent ou trop occupé pour l’observation.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong.</source>
        <translation>L’horloge de cet ordinateur est fausse.</translation>
    </message>
    <message>
        <source>Turn away from the window or lamp.</source>
        <translation>Détournez-vous de la fenêtre ou de la lampe.</translation>
    </message>
    <message>
        <source>Use a cable, and end downloads and calls on this network.</source>
        <translation>Utilisez un câble et arrêtez les téléchargements et appels sur ce réseau.</translation>
    </message>
    <message>
        <source>Whether this computer has a voice for reading aloud cannot be told.</source>
        <translation>Impossible de savoir si cet ordinateur a une voix pour lire à haute voix.</translation>
    </message>
    <message>
        <source>Windows has no voice here that reads questions aloud.</source>
        <translation>Windows n’a ici aucune voix qui lise les questions.</translation>
    </message>
    <message>
        <source>macOS has no voice here that reads questions aloud.</source>
        <translation>macOS n’a ici aucune voix qui lise les questions.</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>A part of the server is down.</source>
        <translation>Une partie du serveur est en panne.</translation>
    </message>
    <message>
        <source>A person will listen to the recording.</source>
        <translation>Une personne écoutera l’enregistrement.</translation>
    </message>
    <message>
        <source>Answers and events still go.</source>
        <translation>Les réponses et les événements passent toujours.</translation>
    </message>
    <message>
        <source>Ask the person who invited you for a new link.</source>
        <translation>Demandez un nouveau lien à la personne qui vous invite.</translation>
    </message>
    <message>
        <source>Ask the person who invited you for a new time.</source>
        <translation>Demandez un nouveau rendez-vous à la personne qui vous invite.</translation>
    </message>
    <message>
        <source>Ask your administrator to update the server, or install the version in your invitation.</source>
        <translation>Demandez à votre service d’administration de mettre à jour le serveur, ou installez la version indiquée dans votre invitation.</translation>
    </message>
    <message>
        <source>Check that you copied the whole link, or ask the sender for a new one.</source>
        <translation>Vérifiez que vous avez copié le lien en entier, ou demandez-en un nouveau à l’expéditeur.</translation>
    </message>
    <message>
        <source>Check the address, or sign in as its owner.</source>
        <translation>Vérifiez l’adresse, ou connectez-vous avec le compte de son propriétaire.</translation>
    </message>
    <message>
        <source>Code cannot be tried here.</source>
        <translation>Le code ne peut pas être essayé ici.</translation>
    </message>
    <message>
        <source>Come back at the time named in your invitation; the link stays valid.</source>
        <translation>Revenez à l’heure indiquée dans votre invitation&#xa0;; le lien reste valable.</translation>
    </message>
    <message>
        <source>Go on there, or close it there and wait a minute.</source>
        <translation>Continuez là-bas, ou fermez-le là-bas et attendez une minute.</translation>
    </message>
    <message>
        <source>If that was not you, tell the person who invited you.</source>
        <translation>Si ce n’était pas vous, informez la personne qui vous invite.</translation>
    </message>
    <message>
        <source>Install the current version from the link in your invitation.</source>
        <translation>Installez la version actuelle à partir du lien dans votre invitation.</translation>
    </message>
    <message>
        <source>Interviews that run go on; come back for anything new when Retry-After is over.</source>
        <translation>Les entretiens en cours continuent&#xa0;; revenez pour toute nouvelle demande quand le délai Retry-After sera écoulé.</translation>
    </message>
    <message>
        <source>It is too early for this interview.</source>
        <translation>Il est trop tôt pour cet entretien.</translation>
    </message>
    <message>
        <source>Its receipts are still there.</source>
        <translation>Ses reçus existent encore.</translation>
    </message>
    <message>
        <source>Later revisions are kept and marked late.</source>
        <translation>Les révisions ultérieures sont conservées et signalées comme tardives.</translation>
    </message>
    <message>
        <source>Read it once more and start again; nothing was lost.</source>
        <translation>Relisez-le et recommencez&#xa0;; rien n’a été perdu.</translation>
    </message>
    <message>
        <source>Reload it.</source>
        <translation>Rechargez.</translation>
    </message>
    <message>
        <source>Restart the app; your work is kept.</source>
        <translation>Redémarrez l’application&#xa0;; votre travail est conservé.</translation>
    </message>
    <message>
        <source>Send requests elsewhere until it is up; the parts are named.</source>
        <translation>Envoyez les requêtes ailleurs jusqu’à son rétablissement&#xa0;; les parties sont indiquées.</translation>
    </message>
    <message>
        <source>Sign in and try again.</source>
        <translation>Connectez-vous et réessayez.</translation>
    </message>
    <message>
        <source>Something broke on our side.</source>
        <translation>Quelque chose est tombé en panne de notre côté.</translation>
    </message>
    <message>
        <source>Speech is not available here.</source>
        <translation>La parole n’est pas disponible ici.</translation>
    </message>
    <message>
        <source>Start it first.</source>
        <translation>Démarrez-le d’abord.</translation>
    </message>
    <message>
        <source>Tell the administrator; both versions are kept.</source>
        <translation>Prévenez l’administrateur&#xa0;; les deux versions sont conservées.</translation>
    </message>
    <message>
        <source>The interview does not stand where this is possible.</source>
        <translation>L’entretien n’est pas à une étape où cela est possible.</translation>
    </message>
    <message>
        <source>The interview has not been started.</source>
        <translation>L’entretien n’a pas été démarré.</translation>
    </message>
    <message>
        <source>The interview is over.</source>
        <translation>L’entretien est terminé.</translation>
    </message>
    <message>
        <source>The record differs from what the server holds.</source>
        <translation>L’enregistrement diffère de celui du serveur.</translation>
    </message>
    <message>
        <source>The server has no room for evidence.</source>
        <translation>Le serveur n’a plus de place pour les éléments de preuve.</translation>
    </message>
    <message>
        <source>The server is being maintained.</source>
        <translation>Le serveur est en maintenance.</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>Le serveur est très sollicité.</translation>
    </message>
    <message>
        <source>The signature does not fit.</source>
        <translation>La signature ne correspond pas.</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>Il n’y a rien ici.</translation>
    </message>
    <message>
        <source>This interview is open on another computer.</source>
        <translation>Cet entretien est ouvert sur un autre ordinateur.</translation>
    </message>
    <message>
        <source>This interview was already handed in.</source>
        <translation>Cet entretien a déjà été rendu.</translation>
    </message>
    <message>
        <source>This invite has run out.</source>
        <translation>Cette invitation a expiré.</translation>
    </message>
    <message>
        <source>This invite is not known here.</source>
        <translation>Cette invitation n’est pas connue ici.</translation>
    </message>
    <message>
        <source>This invite was withdrawn.</source>
        <translation>Cette invitation a été retirée.</translation>
    </message>
    <message>
        <source>This version of Invigil is newer than the server.</source>
        <translation>Cette version d’Invigil est plus récente que le serveur.</translation>
    </message>
    <message>
        <source>This version of Invigil is too old for the interview.</source>
        <translation>Cette version d’Invigil est trop ancienne pour l’entretien.</translation>
    </message>
    <message>
        <source>Too many requests.</source>
        <translation>Trop de requêtes.</translation>
    </message>
    <message>
        <source>Try again shortly; nothing was lost.</source>
        <translation>Réessayez sous peu&#xa0;; rien n’a été perdu.</translation>
    </message>
    <message>
        <source>Try again; quote the request id.</source>
        <translation>Réessayez&#xa0;; indiquez l’identifiant de la requête.</translation>
    </message>
    <message>
        <source>Wait as long as Retry-After says.</source>
        <translation>Attendez aussi longtemps que l’indique Retry-After.</translation>
    </message>
    <message>
        <source>What belonged to this interview was erased.</source>
        <translation>Ce qui appartenait à cet entretien a été effacé.</translation>
    </message>
    <message>
        <source>What was agreed for this interview has changed since you opened it.</source>
        <translation>Ce qui avait été convenu pour cet entretien a changé depuis que vous l’avez ouvert.</translation>
    </message>
    <message>
        <source>Write on; your answer is kept, and it is looked at all the same.</source>
        <translation>Continuez à écrire&#xa0;; votre réponse est conservée et sera tout de même examinée.</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>Vous n’êtes pas connecté.</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A code alone does not say which server to ask. Paste the whole link from your invitation instead.</source>
        <translation>Un code seul ne dit pas à quel serveur s’adresser. Collez plutôt le lien entier de votre invitation.</translation>
    </message>
    <message>
        <source>A recording could not be saved on this computer ({detail}).</source>
        <translation>Un enregistrement n’a pas pu être sauvegardé sur cet ordinateur ({detail}).</translation>
    </message>
    <message>
        <source>Another model compares faces where there is one.</source>
        <translation>Un autre modèle compare les visages, s’il y en a un.</translation>
    </message>
    <message>
        <source>Faces, head pose and gaze are not watched, and the report says so.</source>
        <translation>Visages, position de la tête et regard ne sont pas observés, et le rapport le dit.</translation>
    </message>
    <message>
        <source>Head and eyes were seen clearly at {n} points only.</source>
        <translation>La tête et les yeux n’ont été vus nettement qu’à {n} points.</translation>
    </message>
    <message>
        <source>Invigil may not write to {folder} ({detail}). Ask who set up this computer.</source>
        <translation>Invigil ne peut pas écrire dans {folder} ({detail}). Demandez à la personne qui a configuré cet ordinateur.</translation>
    </message>
    <message>
        <source>It could not be tried ({kind}).</source>
        <translation>L’essai n’a pas pu être fait ({kind}).</translation>
    </message>
    <message>
        <source>It does not compile.</source>
        <translation>Le code ne se compile pas.</translation>
    </message>
    <message>
        <source>It seems to hold more than one voice. Read it again while nobody else speaks.</source>
        <translation>Il semble y avoir plus d’une voix. Relisez-la pendant que personne d’autre ne parle.</translation>
    </message>
    <message>
        <source>It took longer than {seconds} s.</source>
        <translation>Cela a pris plus de {seconds} s.</translation>
    </message>
    <message>
        <source>It was compiled. This question has no examples to run.</source>
        <translation>Le code a été compilé. Cette question n’a pas d’exemples à exécuter.</translation>
    </message>
    <message>
        <source>It was too loud for the microphone. Lower its level and read the sentence again.</source>
        <translation>C’était trop fort pour le microphone. Baissez son niveau et relisez la phrase.</translation>
    </message>
    <message>
        <source>No loudspeaker or headphones can be used. Please read along.</source>
        <translation>Ni haut-parleur ni casque utilisable. Veuillez lire le texte.</translation>
    </message>
    <message>
        <source>No microphone can be opened. Plug one in, close other programs that use it, allow Invigil to use it in the system&apos;s privacy settings, and try again.</source>
        <translation>Aucun microphone ne peut être ouvert. Branchez-en un, fermez les autres programmes qui l’utilisent, autorisez Invigil à l’utiliser dans les réglages de confidentialité du système et réessayez.</translation>
    </message>
    <message>
        <source>No microphone is in use. Plug one in, choose it under Devices, and record.</source>
        <translation>Aucun microphone n’est utilisé. Branchez-en un, choisissez-le sous «&#xa0;Appareils&#xa0;» et enregistrez.</translation>
    </message>
    <message>
        <source>No speech model is installed on this computer: a person will listen to your recording.</source>
        <translation>Aucun modèle vocal n’est installé sur cet ordinateur&#xa0;: une personne écoutera votre enregistrement.</translation>
    </message>
    <message>
        <source>No speech was heard in this recording. You can play it, or record it again.</source>
        <translation>Aucune parole n’a été entendue dans cet enregistrement. Vous pouvez l’écouter ou le refaire.</translation>
    </message>
    <message>
        <source>Nobody is compared with the selfie, and the report says so.</source>
        <translation>Personne n’est comparé au selfie, et le rapport le dit.</translation>
    </message>
    <message>
        <source>Nobody is said to be another speaker, and a second voice is only hinted at by a measure without weights.</source>
        <translation>Personne n’est désigné comme un autre locuteur&#xa0;; une seconde voix n’est suggérée que par une mesure sans modèle.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Check the microphone under Devices and try again.</source>
        <translation>Rien n’a été enregistré. Vérifiez le microphone sous «&#xa0;Appareils&#xa0;» et réessayez.</translation>
    </message>
    <message>
        <source>Only the signs of life in the landmarks tell a picture from a person.</source>
        <translation>Seuls les signes de vie dans les repères du visage distinguent une image d’une personne.</translation>
    </message>
    <message>
        <source>Paste the link from your invitation here.</source>
        <translation>Collez ici le lien de votre invitation.</translation>
    </message>
    <message>
        <source>People in the background are not watched, only a second face near the camera.</source>
        <translation>Les personnes à l’arrière-plan ne sont pas observées, seulement un second visage près de la caméra.</translation>
    </message>
    <message>
        <source>Phones, books and further screens are not watched, and the report says so.</source>
        <translation>Téléphones, livres et autres écrans ne sont pas observés, et le rapport le dit.</translation>
    </message>
    <message>
        <source>Running: {names}</source>
        <translation>Ouverts&#xa0;: {names}</translation>
    </message>
    <message>
        <source>Sound does not work on this computer because PortAudio is missing. Install the package libportaudio2 and start Invigil again.</source>
        <translation>Le son ne fonctionne pas sur cet ordinateur car PortAudio manque. Installez le paquet libportaudio2 et relancez Invigil.</translation>
    </message>
    <message>
        <source>Spoken answers are not transcribed, a person listens to them.</source>
        <translation>Les réponses orales ne sont pas transcrites, une personne les écoute.</translation>
    </message>
    <message>
        <source>The answer did not come from an Invigil server. If this network asks you to sign in first, open a web page, sign in there, and try again.</source>
        <translation>La réponse ne venait pas d’un serveur Invigil. Si ce réseau demande d’abord une connexion, ouvrez une page web, connectez-vous-y et réessayez.</translation>
    </message>
    <message>
        <source>The app was restarted before the transcript was made; a person listens.</source>
        <translation>L’application a été redémarrée avant la fin de la transcription&#xa0;; une personne écoutera.</translation>
    </message>
    <message>
        <source>The camera gave no picture. Check it under Devices and take another.</source>
        <translation>La caméra n’a pas donné d’image. Vérifiez-la sous «&#xa0;Appareils&#xa0;» et prenez-en une autre.</translation>
    </message>
    <message>
        <source>The camera stopped in the middle.</source>
        <translation>La caméra s’est arrêtée au milieu.</translation>
    </message>
    <message>
        <source>The disk of this computer is full, so the last step could not be saved. Free some space; everything before it is safe, and you can go on from here.</source>
        <translation>Le disque de cet ordinateur est plein, la dernière étape n’a pas pu être enregistrée. Libérez de la place&#xa0;; tout ce qui précède est en sécurité et vous pouvez continuer d’ici.</translation>
    </message>
    <message>
        <source>The end of this link is missing. Copy the whole link from your invitation, up to its last character.</source>
        <translation>La fin de ce lien manque. Copiez le lien entier de votre invitation, jusqu’au dernier caractère.</translation>
    </message>
    <message>
        <source>The file could not be written ({detail}). Choose another folder.</source>
        <translation>Le fichier n’a pas pu être écrit ({detail}). Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The gaze was {degrees} degrees off on average; more than {limit} is no use.</source>
        <translation>Le regard s’écartait de {degrees} degrés en moyenne&#xa0;; au-delà de {limit}, c’est inutilisable.</translation>
    </message>
    <message>
        <source>The interview could not be saved on this computer ({detail}). Check that the disk is there and that you may write to {folder}, then try again.</source>
        <translation>L’entretien n’a pas pu être enregistré sur cet ordinateur ({detail}). Vérifiez que le disque est là et que vous pouvez écrire dans {folder}, puis réessayez.</translation>
    </message>
    <message>
        <source>The interview saved on this computer is damaged. Nothing was deleted: its files are kept in {folder}. Open your invitation link again to go on from what the server already holds, and tell the person who invited you.</source>
        <translation>L’entretien enregistré sur cet ordinateur est endommagé. Rien n’a été supprimé&#xa0;: ses fichiers sont conservés dans {folder}. Rouvrez votre lien d’invitation pour reprendre à partir de ce que le serveur a déjà, et prévenez la personne qui vous a invité.</translation>
    </message>
    <message>
        <source>The key of this interview is in the key store of this computer, which does not give it now. Unlock the key store, as signing in to this computer does, and try again. Everything recorded so far is safe.</source>
        <translation>La clé de cet entretien se trouve dans le trousseau de clés de cet ordinateur, qui ne la donne pas pour le moment. Déverrouillez le trousseau, comme le fait l’ouverture de session, puis réessayez. Tout ce qui est déjà enregistré est en sécurité.</translation>
    </message>
    <message>
        <source>The last step could not be saved on this computer. Close the app and open it again; everything saved before is safe.</source>
        <translation>La dernière étape n’a pas pu être enregistrée sur cet ordinateur. Fermez l’application et rouvrez-la&#xa0;; tout ce qui a été enregistré avant est en sécurité.</translation>
    </message>
    <message>
        <source>The microphone gives no sound at all. Check whether it is muted, or choose another.</source>
        <translation>Le microphone ne donne aucun son. Vérifiez s’il est coupé ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The recording could not be decoded here: a person will listen to it.</source>
        <translation>L’enregistrement n’a pas pu être décodé ici&#xa0;: une personne l’écoutera.</translation>
    </message>
    <message>
        <source>The saved interviews cannot be read on this computer.</source>
        <translation>Les entretiens enregistrés sur cet ordinateur ne peuvent pas être lus.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check your network connection and try again.</source>
        <translation>Le serveur est injoignable. Vérifiez votre connexion réseau et réessayez.</translation>
    </message>
    <message>
        <source>The server does not answer in time. Check your network connection and try again.</source>
        <translation>Le serveur ne répond pas à temps. Vérifiez votre connexion réseau et réessayez.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is not signed with the key of your interview. Your work is kept on this computer; tell the person who invited you.</source>
        <translation>La réponse du serveur n’est pas signée avec la clé de votre entretien. Votre travail est conservé sur cet ordinateur&#xa0;; prévenez la personne qui vous a invité.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted on this computer. Check the date and time of this computer; in a company network, ask your IT department.</source>
        <translation>Le certificat du serveur n’est pas reconnu sur cet ordinateur. Vérifiez la date et l’heure&#xa0;; dans un réseau d’entreprise, demandez au service informatique.</translation>
    </message>
    <message>
        <source>The speech model stopped unexpectedly: a person will listen to your recording.</source>
        <translation>Le modèle vocal s’est arrêté de façon inattendue&#xa0;: une personne écoutera votre enregistrement.</translation>
    </message>
    <message>
        <source>The speech model was not sure of any word: a person will listen to your recording.</source>
        <translation>Le modèle vocal n’était sûr d’aucun mot&#xa0;: une personne écoutera votre enregistrement.</translation>
    </message>
    <message>
        <source>The terms of this interview are not signed by its server. Open the link again; if this stays, tell the person who invited you.</source>
        <translation>Les conditions de cet entretien ne sont pas signées par son serveur. Rouvrez le lien&#xa0;; si cela persiste, prévenez la personne qui vous a invité.</translation>
    </message>
    <message>
        <source>The transcript took too long; a person listens.</source>
        <translation>La transcription a pris trop de temps&#xa0;; une personne écoutera.</translation>
    </message>
    <message>
        <source>The version it names cannot be read.</source>
        <translation>La version indiquée est illisible.</translation>
    </message>
    <message>
        <source>The voice sample could not be looked at.</source>
        <translation>L’échantillon de voix n’a pas pu être examiné.</translation>
    </message>
    <message>
        <source>The {name} model cannot be used: {detail}</source>
        <translation>Le modèle {name} est inutilisable&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>The {name} model is not on this machine.</source>
        <translation>Le modèle {name} n’est pas sur cet ordinateur.</translation>
    </message>
    <message>
        <source>There is a lot of noise. Close the window, switch off what hums, or use a headset.</source>
        <translation>Il y a beaucoup de bruit. Fermez la fenêtre, éteignez ce qui bourdonne ou utilisez un casque.</translation>
    </message>
    <message>
        <source>There is no saved interview here. Open your invitation link to begin.</source>
        <translation>Aucun entretien n’est enregistré ici. Ouvrez votre lien d’invitation pour commencer.</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>Il n’y a pas eu de réponse à temps.</translation>
    </message>
    <message>
        <source>There was too little speech. Read the whole sentence aloud once more.</source>
        <translation>Il y avait trop peu de parole. Relisez toute la phrase à voix haute.</translation>
    </message>
    <message>
        <source>This computer has no voice for reading aloud (install espeak-ng). Please read along.</source>
        <translation>Cet ordinateur n’a pas de voix pour lire à haute voix (installez espeak-ng). Veuillez lire le texte.</translation>
    </message>
    <message>
        <source>This computer has no voice that reads questions aloud. Please read along.</source>
        <translation>Cet ordinateur n’a aucune voix qui lise les questions. Veuillez suivre le texte.</translation>
    </message>
    <message>
        <source>This device is no longer there. Plug it in again or choose another.</source>
        <translation>Cet appareil n’est plus là. Rebranchez-le ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This interview is already open in another Invigil window on this computer. Go on there, or close it first.</source>
        <translation>Cet entretien est déjà ouvert dans une autre fenêtre Invigil sur cet ordinateur. Continuez là-bas ou fermez-la d’abord.</translation>
    </message>
    <message>
        <source>This interview was already begun here. Resume it instead.</source>
        <translation>Cet entretien a déjà été commencé ici. Reprenez-le plutôt.</translation>
    </message>
    <message>
        <source>This interview was saved by a newer version of Invigil. Install that version to go on.</source>
        <translation>Cet entretien a été enregistré par une version plus récente d’Invigil. Installez-la pour continuer.</translation>
    </message>
    <message>
        <source>This interview was saved by another version of the app. Nothing is lost: install the version that your invitation names and open it again.</source>
        <translation>Cet entretien a été enregistré par une autre version de l’application. Rien n’est perdu&#xa0;: installez la version indiquée dans votre invitation et rouvrez-la.</translation>
    </message>
    <message>
        <source>This is how questions will sound.</source>
        <translation>Voici comment les questions seront lues.</translation>
    </message>
    <message>
        <source>This is neither an invitation link nor a code. Copy the whole link from your invitation and paste it here.</source>
        <translation>Ce n’est ni un lien d’invitation ni un code. Copiez le lien entier de votre invitation et collez-le ici.</translation>
    </message>
    <message>
        <source>This link is not protected (it begins with http://). Ask the person who invited you for a link that begins with https://.</source>
        <translation>Ce lien n’est pas protégé (il commence par http://). Demandez à la personne qui vous a invité un lien qui commence par https://.</translation>
    </message>
    <message>
        <source>This link names no server. Copy the whole link from your invitation.</source>
        <translation>Ce lien ne nomme aucun serveur. Copiez le lien entier de votre invitation.</translation>
    </message>
    <message>
        <source>This machine does not hold the interview (any more). Open your invitation again.</source>
        <translation>Cet ordinateur ne détient pas (ou plus) l’entretien. Rouvrez votre invitation.</translation>
    </message>
    <message>
        <source>To have it, make it with `{command}`.</source>
        <translation>Pour l’avoir, créez-le avec `{command}`.</translation>
    </message>
    <message>
        <source>To have it, put {places} into a folder named by {variable}.</source>
        <translation>Pour l’avoir, placez {places} dans un dossier désigné par {variable}.</translation>
    </message>
    <message>
        <source>To have it, run `python -m client.models fetch {name}`.</source>
        <translation>Pour l’avoir, lancez `python -m client.models fetch {name}`.</translation>
    </message>
    <message>
        <source>Transcripts are off for this interview.</source>
        <translation>La transcription est désactivée pour cet entretien.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell your IT department what this line says.</source>
        <translation>Réessayez&#xa0;; si cela persiste, dites au service informatique ce que dit cette ligne.</translation>
    </message>
    <message>
        <source>Voice activity is off: faster-whisper, which carries its model, is not installed; voices are not listened to.</source>
        <translation>La détection de voix est désactivée&#xa0;: faster-whisper, qui contient son modèle, n’est pas installé&#xa0;; les voix ne sont pas écoutées.</translation>
    </message>
    <message>
        <source>We could not run it. This says nothing about your code; try again.</source>
        <translation>Nous n’avons pas pu l’exécuter. Cela ne dit rien de votre code&#xa0;; réessayez.</translation>
    </message>
    <message>
        <source>You are hard to hear. Move closer to the microphone or raise its level.</source>
        <translation>On vous entend mal. Rapprochez-vous du microphone ou augmentez son niveau.</translation>
    </message>
    <message>
        <source>You are too loud for the microphone. Lower its level or move back a little.</source>
        <translation>Vous êtes trop fort pour le microphone. Baissez son niveau ou reculez un peu.</translation>
    </message>
    <message>
        <source>You were hard to hear. Move closer to the microphone and read the sentence again.</source>
        <translation>On vous entendait mal. Rapprochez-vous du microphone et relisez la phrase.</translation>
    </message>
    <message>
        <source>Your eyes could not be seen clearly.</source>
        <translation>Vos yeux n’ont pas pu être vus nettement.</translation>
    </message>
    <message>
        <source>Your voice could not be learned in time.</source>
        <translation>Votre voix n’a pas pu être apprise à temps.</translation>
    </message>
    <message>
        <source>brightness {percent}</source>
        <translation>luminosité {percent}</translation>
    </message>
    <message>
        <source>within a second of the server</source>
        <translation>à moins d’une seconde du serveur</translation>
    </message>
    <message>
        <source>{gb} GB free</source>
        <translation>{gb} Go libres</translation>
    </message>
    <message>
        <source>{looks} looks a second, {n} cores</source>
        <translation>{looks} examens par seconde, {n} cœurs</translation>
    </message>
    <message>
        <source>{name} could not be loaded and is off.</source>
        <translation>{name} n’a pas pu être chargé et est désactivé.</translation>
    </message>
    <message>
        <source>{name} failed again and again and is off.</source>
        <translation>{name} a échoué plusieurs fois et est désactivé.</translation>
    </message>
    <message>
        <source>{name}, loudest {dbfs} dBFS</source>
        <translation>{name}, maximum {dbfs} dBFS</translation>
    </message>
    <message>
        <source>{name}, {width} × {height}</source>
        <translation>{name}, {width} × {height}</translation>
    </message>
    <message>
        <source>{name}, {width} × {height}, {fps} pictures a second</source>
        <translation>{name}, {width} × {height}, {fps} images par seconde</translation>
    </message>
    <message>
        <source>{n} cores</source>
        <translation>{n} cœurs</translation>
    </message>
    <message>
        <source>{n} models are not here; an interview works without them.</source>
        <translation>{n} modèles ne sont pas ici&#xa0;; un entretien fonctionne sans eux.</translation>
    </message>
    <message>
        <source>{n} of the models that are needed are not here: what needs them is not watched.</source>
        <translation>{n} des modèles nécessaires ne sont pas ici&#xa0;: ce qui en a besoin n’est pas observé.</translation>
    </message>
    <message>
        <source>{n} of {total} examples were run: together they took too long.</source>
        <translation>{n} exemples sur {total} ont été exécutés&#xa0;: ensemble, ils ont pris trop de temps.</translation>
    </message>
    <message>
        <source>{seconds} s ahead of the server</source>
        <translation>{seconds} s d’avance sur le serveur</translation>
    </message>
    <message>
        <source>{seconds} s behind the server</source>
        <translation>{seconds} s de retard sur le serveur</translation>
    </message>
    <message>
        <source>{server} answers in {ms} ms</source>
        <translation>{server} répond en {ms} ms</translation>
    </message>
    <message>
        <source>{server} does not answer</source>
        <translation>{server} ne répond pas</translation>
    </message>
</context>
</TS>
